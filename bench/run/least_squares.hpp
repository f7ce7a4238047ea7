#pragma once

#include "measure.hpp"
#include "mgh17.hpp"

#include <leibniz/calculus.hpp>

namespace bench {

/// W4 as a least-squares problem: the rows of its Jacobian in a row-major matrix, and the normal equations, both by hand and by Leibniz.
template <class T>
class mgh17_fit : public mgh17<T> {
public:
    using mgh17<T>::mgh17, mgh17<T>::xs, mgh17<T>::ys, mgh17<T>::b1, mgh17<T>::b2, mgh17<T>::b3, mgh17<T>::b4, mgh17<T>::b5;
    using packet = by_hand::packet<T>;
    static constexpr long width = by_hand::width<T>;
    using by_rows = Eigen::Matrix<T, Eigen::Dynamic, 5, Eigen::RowMajor>;
    /// The sum of squares, J'r, and the upper triangle of J'J by rows.
    using normal = std::array<T, 21>;

    struct row_values {
        T e, j[5];
    };
    row_values row_at(long i) const {
        T const e4 = std::exp(-xs[i]*b4), e5 = std::exp(-xs[i]*b5);
        return {b1 + b2*e4 + b3*e5 - ys[i], {1, e4, e5, -b2*xs[i]*e4, -b3*xs[i]*e5}};
    }
    void jacobian_loop(Eigen::Matrix<T, Eigen::Dynamic, 1>& e, by_rows& j, long first = 0) const {
        for (long i = first; i < xs.size(); ++i) {
            row_values const r = row_at(i);
            e[i] = r.e;
            for (int k = 0; k < 5; ++k) j(i, k) = r.j[k];
        }
    }

    /// Rows of five adjacent numbers: each register of the result from the columns 1, a, b, c, d by shuffles known while compiling.
    template <std::size_t Part, std::size_t... I>
    [[gnu::always_inline]] static void store_part(T* to, packet a, packet b, packet c, packet d, std::index_sequence<I...>) {
        constexpr auto row_of = [](std::size_t i) { return static_cast<int>((Part*sizeof...(I) + i)/5); };
        constexpr auto column_of = [](std::size_t i) { return static_cast<int>((Part*sizeof...(I) + i) % 5); };
        constexpr int w = sizeof...(I);
        packet const first = __builtin_shufflevector(a, b, (column_of(I) == 2 ? w + row_of(I) : row_of(I))...);
        packet const second = __builtin_shufflevector(c, d, (column_of(I) == 4 ? w + row_of(I) : row_of(I))...);
        packet const both = __builtin_shufflevector(first, second, (column_of(I) >= 3 ? w + static_cast<int>(I) : static_cast<int>(I))...);
        by_hand::store<T>(to + Part*sizeof...(I),
                          __builtin_shufflevector(both, by_hand::all<T>(1), (column_of(I) == 0 ? w + static_cast<int>(I) : static_cast<int>(I))...));
    }
    template <std::size_t... Part>
    [[gnu::always_inline]] static void store_rows(T* to, packet a, packet b, packet c, packet d, std::index_sequence<Part...>) {
        (store_part<Part>(to, a, b, c, d, std::make_index_sequence<width>{}), ...);
    }
    template <long Packets>
    void jacobian_packets(Eigen::Matrix<T, Eigen::Dynamic, 1>& e, by_rows& j) const {
        using namespace by_hand;
        constexpr long step = Packets * width;
        long row = 0;
        for (; row + step <= xs.size(); row += step) {
            packet x[Packets], e4[Packets], e5[Packets];
#pragma GCC unroll 4
            for (long k = 0; k < Packets; ++k) {
                x[k] = load(&xs[row + k*width]);
                e4[k] = by_hand::exp(-b4*x[k]);
                e5[k] = by_hand::exp(-b5*x[k]);
            }
#pragma GCC unroll 4
            for (long k = 0; k < Packets; ++k) {
                long const at = row + k*width;
                store<T>(&e[at], (b2*e4[k] + b1) + (b3*e5[k] - load(&ys[at])));
                store_rows(&j(at, 0), e4[k], e5[k], (-b2)*x[k]*e4[k], (-b3)*x[k]*e5[k], std::make_index_sequence<5>{});
            }
        }
        jacobian_loop(e, j, row);
    }
    template <class J>
    void jacobian_leibniz(Eigen::Matrix<T, Eigen::Dynamic, 1>& e, J& j) const {
        using namespace ::leibniz;
        using namespace mgh17_model;
        evaluate_into(std::tie(e, j), outputs(residual, gradient(residual, parameters)), b[1_c] = b1, b[2_c] = b2, b[3_c] = b3, b[4_c] = b4,
                      b[5_c] = b5, x = xs, y = ys);
    }

    void normal_loop(normal& sums, long first = 0) const {
        for (long i = first; i < xs.size(); ++i) {
            row_values const r = row_at(i);
            std::size_t at = 0;
            sums[at++] += r.e*r.e;
            for (T each : r.j) sums[at++] += r.e*each;
            for (int k = 0; k < 5; ++k)
                for (int l = k; l < 5; ++l) sums[at++] += r.j[k]*r.j[l];
        }
    }
    /// J'J from what does not hold a parameter as a factor, once for all rows.
    template <long Packets>
    normal normal_packets() const {
        using namespace by_hand;
        packet s[19]{};
        constexpr long step = Packets * width;
        long row = 0;
        for (; row + step <= xs.size(); row += step) {
            packet x[Packets], e4[Packets], e5[Packets];
#pragma GCC unroll 4
            for (long k = 0; k < Packets; ++k) {
                x[k] = load(&xs[row + k*width]);
                e4[k] = by_hand::exp(-b4*x[k]);
                e5[k] = by_hand::exp(-b5*x[k]);
            }
#pragma GCC unroll 4
            for (long k = 0; k < Packets; ++k) {
                packet const e = (b2*e4[k] + b1) + (b3*e5[k] - load(&ys[row + k*width])), x4 = x[k]*e4[k], x5 = x[k]*e5[k];
                s[0] += e*e, s[1] += e, s[2] += e*e4[k], s[3] += e*e5[k], s[4] += e*x4, s[5] += e*x5;
                s[6] += e4[k], s[7] += e5[k], s[8] += x4, s[9] += x5;
                s[10] += e4[k]*e4[k], s[11] += e4[k]*e5[k], s[12] += e4[k]*x4, s[13] += e4[k]*x5;
                s[14] += e5[k]*e5[k], s[15] += e5[k]*x5, s[16] += x4*x4, s[17] += x4*x5, s[18] += x5*x5;
            }
        }
        T t[19];
        for (int k = 0; k < 19; ++k) t[k] = sum_of<T>(s[k]);
        normal sums{t[0], t[1], t[2], t[3], -b2*t[4], -b3*t[5], static_cast<T>(row), t[6], t[7], -b2*t[8], -b3*t[9], t[10], t[11], -b2*t[12],
                    -b3*t[13], t[14], -b2*t[13], -b3*t[15], b2*b2*t[16], b2*b3*t[17], b3*b3*t[18]};
        normal_loop(sums, row);
        return sums;
    }
    normal normal_leibniz() const {
        using namespace ::leibniz;
        using namespace mgh17_model;
        auto const [squares, slopes, matrix] = evaluate(normal_equations(residual, parameters), b[1_c] = b1, b[2_c] = b2, b[3_c] = b3, b[4_c] = b4,
                                                        b[5_c] = b5, x = xs, y = ys);
        normal sums{squares};
        auto const g = as_vector(slopes);
        auto const m = as_matrix(matrix);
        std::size_t at = 1;
        for (int k = 0; k < 5; ++k) sums[at++] = g[k];
        for (int k = 0; k < 5; ++k)
            for (int l = k; l < 5; ++l) sums[at++] = m(k, l);
        return sums;
    }
};

template <class T>
void print_jacobian_matrix(long most_rows) {
    table const lines("W4, residual and Jacobian into a row-major matrix", "rows",
                      {"loop", "by hand", "Leibniz", "÷ loop", "÷ by hand", "column-major"});
    for (long rows = 1000; rows <= most_rows; rows *= 10) {
        using fit = mgh17_fit<T>;
        fit const work(rows);
        Eigen::Matrix<T, Eigen::Dynamic, 1> e(rows), expected_e(rows);
        typename fit::by_rows j(rows, 5), expected(rows, 5);
        Eigen::Matrix<T, Eigen::Dynamic, 5> by_columns(rows, 5);
        work.jacobian_loop(expected_e, expected);
        auto const check = [&](auto const& found, char const* what) {
            require_equal((found - expected).cwiseAbs().maxCoeff(), 0, what);
            require_equal((e - expected_e).cwiseAbs().maxCoeff(), 0, what);
        };
        work.template jacobian_packets<2>(e, j), check(j, "rows by hand");
        work.jacobian_leibniz(e, j), check(j, "rows by Leibniz");
        work.jacobian_leibniz(e, by_columns), check(by_columns, "columns by Leibniz");
        auto const t = least([&] { work.jacobian_loop(e, j); }, [&] { work.template jacobian_packets<1>(e, j); },
                             [&] { work.template jacobian_packets<2>(e, j); }, [&] { work.template jacobian_packets<4>(e, j); },
                             [&] { work.jacobian_leibniz(e, j); }, [&] { work.jacobian_leibniz(e, by_columns); });
        double const ns = 1e9 / static_cast<double>(rows), hand = std::min({t[1], t[2], t[3]})*ns;
        lines.line(std::to_string(rows), {t[0]*ns, hand, t[4]*ns, t[4]/t[0], t[4]*ns/hand, t[5]*ns});
    }
}

template <class T>
void print_normal_equations(long most_rows) {
    table const lines("W4, normal equations: r'r, J'r and J'J in one pass", "rows", {"loop", "by hand", "Leibniz", "÷ loop", "÷ by hand"});
    for (long rows = 1000; rows <= most_rows; rows *= 10) {
        mgh17_fit<T> const work(rows);
        auto const loop = [&] {
            typename mgh17_fit<T>::normal sums{};
            work.normal_loop(sums);
            return sums;
        };
        require_equal(work.template normal_packets<2>(), loop(), "normal equations by hand");
        require_equal(work.normal_leibniz(), loop(), "normal equations by Leibniz");
        auto const t = least([&] { keep(loop()); }, [&] { keep(work.template normal_packets<1>()); }, [&] { keep(work.template normal_packets<2>()); },
                             [&] { keep(work.template normal_packets<4>()); }, [&] { keep(work.normal_leibniz()); });
        double const ns = 1e9 / static_cast<double>(rows), hand = std::min({t[1], t[2], t[3]})*ns;
        lines.line(std::to_string(rows), {t[0]*ns, hand, t[4]*ns, t[4]/t[0], t[4]*ns/hand});
    }
}

}  // namespace bench
