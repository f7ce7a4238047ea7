// expect: static

static_assert(false);
