// expect: static

static_assert(true);
