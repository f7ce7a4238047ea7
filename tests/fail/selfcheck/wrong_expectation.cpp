// expect: static
// expect: a message that no compiler prints; not [one]

#ifndef TWIN
static_assert(false, "a message that a compiler prints");
#endif
