// expect: static
// lines: 2

#ifndef TWIN
static_assert(false, "the first");
static_assert(false, "the second");
static_assert(false, "the third");
#endif
