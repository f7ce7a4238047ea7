// expect: half a number; write a whole one [or none]
// expect: static
// lines: 4

#ifdef TWIN
static_assert(true);
#else
static_assert(false, "half a number; write a whole one [or none]");
#endif
