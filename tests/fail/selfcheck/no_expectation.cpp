// expects: static

#ifndef TWIN
static_assert(false);
#endif
