// W5, bundle adjustment: the reprojection of a point by a camera, 2 residuals and their Jacobian by 12 parameters, over columns of
// observations and for each observation by itself. The argument is the largest number of rows
// (10^5).
#include "reprojection.hpp"

namespace bench {

template <class T>
void check(reprojections& work) {
    using namespace ::leibniz;
    using namespace reprojection_model;
    work.loop();
    auto const expected = work.out;
    work.packets();
    auto const found = work.leibniz();
    auto const& j = found[2_c];
    auto const require = [&](auto const& given, std::size_t k) {
        for (long i = 0; i < given.size(); ++i) require_equal(given[i], expected[k][i], "W5");
    };
    for (std::size_t k = 0; k < reprojected; ++k) require(work.out[k], k);
    require(found[0_c], 0), require(found[1_c], 1);
    auto const row = [&](auto which, std::size_t at) {
        require(j(which, r[0_c]), at), require(j(which, r[1_c]), at + 1), require(j(which, r[2_c]), at + 2);
        require(j(which, t[0_c]), at + 3), require(j(which, t[1_c]), at + 4), require(j(which, t[2_c]), at + 5);
        require(j(which, f), at + 6), require(j(which, k1), at + 7), require(j(which, k2), at + 8);
        require(j(which, p[0_c]), at + 9), require(j(which, p[1_c]), at + 10), require(j(which, p[2_c]), at + 11);
    };
    row(0_c, 2), row(1_c, 14);
}

inline void print_bundle(long most_rows, char const* title) {
    table const lines(title, "rows", {"loop", "by hand", "Leibniz", "÷ loop", "÷ by hand"});
    for (long rows = 1000; rows <= most_rows; rows *= 10) {
        reprojections work(rows);
        check<double>(work);
        auto kept = work.leibniz();
        auto const t = least([&] { work.loop(); }, [&] { work.packets(); }, [&] { work.leibniz(kept), escape(kept); });
        double const ns = 1e9 / static_cast<double>(rows);
        lines.line(std::to_string(rows), {t[0]*ns, t[1]*ns, t[2]*ns, t[2]/t[0], t[2]/t[1]});
    }
}

}  // namespace bench

int main(int count, char** arguments) {
    using namespace bench;
    long const most = std::min(count > 1 ? std::atol(arguments[1]) : 100'000, 100'000L);
    print_bundle(most, "W5, reprojection of points: 2 residuals and Jacobian by 12 over columns");
    reprojections const work(1000);
    auto const t = least([&] { work.one_by_one(false); }, [&] { work.one_by_one(true); });
    table const lines("W5, one observation a call, nanoseconds", "", {"by hand", "Leibniz", "÷ by hand"});
    lines.line("residuals and Jacobian", {t[0]*1e6, t[1]*1e6, t[1]/t[0]});
}
