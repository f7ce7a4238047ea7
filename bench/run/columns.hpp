#pragma once

#include "measure.hpp"
#include "mgh17.hpp"
#include "packets.hpp"

namespace bench {

/// One line of the table of a workload, which has `add_rows` (the plain loop, from a row on), `eigen` (by blocks of rows), `packets`
/// (by hand, for some packets at a time) and `leibniz`, all of which give value and gradient, and `read`, the sum of its columns.
template <class Workload>
void race(table const& lines, long rows) {
    using number = typename Workload::number;
    Workload work(rows);
    auto const loop = [&] {
        decltype(work.leibniz()) sum{};
        work.add_rows(sum, 0);
        return sum;
    };
    if (std::is_same_v<number, double> || rows <= 10'000) {  // over more rows the loop loses the digits of floats
        auto const expected = loop();
        require_equal(work.eigen(), expected, "Eigen in blocks");
        require_equal(work.template packets<1>(), expected, "a packet by hand");
        require_equal(work.template packets<2>(), expected, "two packets by hand");
        require_equal(work.template packets<4>(), expected, "four packets by hand");
        require_equal(work.leibniz(), expected, "Leibniz");
    }
    auto const columns = work.columns();
    auto const t = least([&] { sink = static_cast<double>(work.read()); }, [&] { sink = static_cast<double>(by_hand::read(columns, rows)); },
                         [&] { keep(loop()); }, [&] { keep(work.eigen()); }, [&] { keep(work.template packets<1>()); },
                         [&] { keep(work.template packets<2>()); }, [&] { keep(work.template packets<4>()); }, [&] { keep(work.leibniz()); });
    double const ns = 1e9 / static_cast<double>(rows), library = t[7]*ns;
    double const reading = std::min(t[0], t[1])*ns, by_loop = t[2]*ns, blocks = t[3]*ns, hand = std::min({t[4], t[5], t[6]})*ns;
    lines.line(std::to_string(rows), {reading, by_loop, blocks, hand, library, library/reading, library/by_loop, library/blocks, library/hand});
}

template <template <class> class Workload, class T>
void print_table(long most_rows) {
    using work = Workload<T>;
    table const lines(std::string(work::name) + (std::is_same_v<T, double> ? "" : ", float"), "rows",
                      {"reading", "loop", "blocks", "by hand", "Leibniz", "÷ reading", "÷ loop", "÷ blocks", "÷ by hand"});
    for (long rows = 100; rows <= most_rows; rows *= 10) race<work>(lines, rows);
}

/// W4's residual and five derivatives of each row, written into memory that is there. Derivatives that do not vary by row are numbers to
/// Leibniz, so that it writes five columns; the others write six.
template <class T>
void print_jacobian_rows(long most_rows) {
    table const lines(std::string("W4, residual and Jacobian of each row") + (std::is_same_v<T, double> ? "" : ", float"), "rows",
                      {"loop", "by hand", "Leibniz", "÷ loop", "÷ by hand"});
    for (long rows = 100; rows <= most_rows; rows *= 10) {
        mgh17<T> const work(rows);
        typename mgh17<T>::rows_written out, expected;
        out.fill(column<T>(rows)), expected.fill(column<T>(rows));
        work.add_jacobian_rows(expected, 0);
        work.template jacobian_packets<2>(out);
        auto kept = work.jacobian_leibniz();
        auto const& residual = kept[::leibniz::constant<0>{}];
        auto const& g = kept[::leibniz::constant<1>{}];
        for (long i = 0; i < rows; ++i) {
            using namespace ::leibniz;
            using mgh17_model::b;
            std::array<T, 6> const row{expected[0][i], 1, expected[2][i], expected[3][i], expected[4][i], expected[5][i]};
            require_equal(std::array<T, 6>{out[0][i], out[1][i], out[2][i], out[3][i], out[4][i], out[5][i]}, row, "rows by hand");
            require_equal(std::array<T, 6>{residual[i], g[b[1_c]], g[b[2_c]][i], g[b[3_c]][i], g[b[4_c]][i], g[b[5_c]][i]}, row, "rows by Leibniz");
        }
        auto const t = least([&] { work.add_jacobian_rows(out, 0); }, [&] { work.template jacobian_packets<1>(out); },
                             [&] { work.template jacobian_packets<2>(out); }, [&] { work.template jacobian_packets<4>(out); },
                             [&] { work.jacobian_leibniz(kept); });
        double const ns = 1e9 / static_cast<double>(rows), hand = std::min({t[1], t[2], t[3]})*ns;
        lines.line(std::to_string(rows), {t[0]*ns, hand, t[4]*ns, t[4]/t[0], t[4]*ns/hand});
    }
}

}  // namespace bench
