// The structure of Hessians and Jacobians as constants; which expressions are linear or quadratic; how much one program shares.
#include <leibniz/calculus.hpp>

using namespace leibniz;

namespace {

constexpr symbol<"x1"> x1;
constexpr symbol<"x2"> x2;
constexpr symbol<"x3"> x3;
constexpr symbol<"x4"> x4;
constexpr symbol<"s"> s;
constexpr symbol<"l1"> l1;
constexpr symbol<"l2"> l2;

// Problem 71 of Hock and Schittkowski, Test Examples for Nonlinear Programming Codes, 1981.
constexpr auto by = wrt(x1, x2, x3, x4);
constexpr auto f = x1 * x4 * (x1 + x2 + x3) + x3;
constexpr auto product = x1 * x2 * x3 * x4;
constexpr auto squares = pow<2>(x1) + pow<2>(x2) + pow<2>(x3) + pow<2>(x4);
constexpr auto lagrangian = hessian(s * f + l1 * product + l2 * squares, by);

// The lower triangle, row by row.
constexpr auto lower_part = nonzeros(lower(lagrangian));
static_assert(lower_part.size == 10 && lower_part.height == 4 && lower_part.width == 4);
constexpr bool is_lower_triangle() {
    int k = 0;
    for (int row = 0; row < 4; ++row)
        for (int column = 0; column <= row; ++column, ++k)
            if (lower_part.rows[static_cast<unsigned>(k)] != row || lower_part.columns[static_cast<unsigned>(k)] != column) return false;
    return k == lower_part.size;
}
static_assert(is_lower_triangle());
static_assert(lower_part[0_c] == lagrangian(x1, x1) && lower_part[1_c] == lagrangian(x2, x1) && lower_part[8_c] == lagrangian(x4, x3));

// The whole table; it is symmetric.
constexpr auto whole = nonzeros(lagrangian);
static_assert(whole.size == 16 && whole.rows[15] == 3 && whole.columns[14] == 2);
static_assert(whole[1_c] == lagrangian(x1, x2) && whole[4_c] == lagrangian(x2, x1) && whole[14_c] == lagrangian(x4, x3));

// An entry that is the number 0 is absent: of the objective alone those of x2 and x3 by one another.
constexpr auto objective = nonzeros(lower(hessian(f, by)));
static_assert(objective.size == 6);
static_assert(objective.rows == std::array{0, 1, 2, 3, 3, 3} && objective.columns == std::array{0, 0, 0, 0, 1, 2});
static_assert(nonzeros(hessian(f, by)).size == 11);
static_assert(nonzeros(hessian(x1 + 2_c * x2, by)).size == 0);
static_assert(nonzeros(hessian(floor(x1) * x2, by)).size == 0);  // depends on both, but the derivatives are 0 and floor(x1)
static_assert(nonzeros(hessian(stop_gradient(x1) * x2, by)).size == 0);

// Jacobians: row by row, one row for each output.
constexpr auto slopes = nonzeros(jacobian(outputs(product, squares, x3 - 2_c * x1, 7_c, s * x2), by));
static_assert(slopes.size == 11 && slopes.height == 5);
static_assert(slopes.rows == std::array{0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 4} && slopes.columns == std::array{0, 1, 2, 3, 0, 1, 2, 3, 0, 2, 1});
static_assert(slopes[8_c] == -2_c && slopes[5_c] == 2_c * x2);
static_assert(nonzeros(lower(jacobian(outputs(x1 * x2, x2), wrt(x1, x2)))).size == 2);  // of (x2, x1; 0, 1)

// Constant: the same for all values of the variables; s is none of them.
static_assert(!slopes.is_constant(0) && !slopes.is_constant(4) && slopes.is_constant(8) && slopes.is_constant(10));
static_assert(!lower_part.is_constant(0) && !lower_part.is_constant() && nonzeros(hessian(s * squares, by)).is_constant());
static_assert(nonzeros(hessian(x1 + x2, by)).is_constant());

// Families; the pattern follows the order of wrt.
constexpr symbols<"t", 4> t;
constexpr auto chain = pow<2>(t[0_c] - t[1_c]) + pow<4>(t[1_c] - t[2_c]) + t[2_c] * t[3_c];
constexpr auto band = nonzeros(lower(hessian(chain, wrt(t))));
static_assert(band.rows == std::array{0, 1, 1, 2, 2, 3} && band.columns == std::array{0, 0, 1, 1, 2, 2});
static_assert(band.is_constant(0) && band.is_constant(1) && !band.is_constant(2) && band.is_constant(5));
static_assert(nonzeros(lower(hessian(chain, wrt(t[3_c], t[0_c])))).size == 1);

// Value, gradient and structure in one program; only the entries that are not zero are computed.
constexpr auto all = outputs(f, gradient(f, by), objective);
static_assert(operations(all).nodes < operations(outputs(f, gradient(f, by), hessian(f, by))).nodes);
constexpr std::array<double, 11> evaluated() {
    std::array<double, 11> out{};
    evaluate_into(out, all, x1 = 1.0, x2 = 5.0, x3 = 4.0, x4 = 2.0);
    return out;
}
// f = 24; by x1: x4*(2*x1 + x2 + x3), x2: x1*x4, x3: x1*x4 + 1, x4: x1*(x1 + x2 + x3)
static_assert(evaluated() == std::array{24.0, 22.0, 2.0, 3.0, 10.0, 4.0, 2.0, 2.0, 11.0, 1.0, 1.0});

// The 2-2-2 network of the lessons: value, gradient and all second derivatives with the four exponentials of the value.
constexpr symbols<"w", 8> w;
constexpr symbol<"a1"> a1;
constexpr symbol<"a2"> a2;
constexpr symbol<"y1"> y1;
constexpr symbol<"y2"> y2;
constexpr auto h1 = sigmoid(w[0_c] * a1 + w[2_c] * a2);
constexpr auto h2 = sigmoid(w[1_c] * a1 + w[3_c] * a2);
constexpr auto o1 = sigmoid(w[4_c] * h1 + w[6_c] * h2);
constexpr auto o2 = sigmoid(w[5_c] * h1 + w[7_c] * h2);
constexpr auto loss = 0.5_c * pow<2>(o1 - y1) + 0.5_c * pow<2>(o2 - y2);
constexpr auto second = nonzeros(lower(hessian(loss, wrt(w))));
static_assert(second.size == 32);  // 36, less those of weights of different outputs
static_assert(operations(outputs(loss, gradient(loss, wrt(w)), second)).functions == 4);
static_assert(operations(outputs(loss, gradient(loss, wrt(w)), second)).calls("sigmoid") == 4);

// Degrees, by the canonical form.
static_assert(is_linear_in(2_c * x1 - x2 / s + 7_c, by) && is_linear_in(s, by) && is_linear_in(exp(s) * x1, x1));
static_assert(!is_linear_in(x1 * x2, by) && is_linear_in(x1 * x2, x1) && !is_linear_in(1_c / x1, x1));
static_assert(!is_linear_in(sign(x1), x1) && !is_linear_in(floor(x1), x1) && !is_linear_in(sqrt(x1), x1) && !is_linear_in(pow(x1, s), x1));
static_assert(!is_linear_in(stop_gradient(x1), x1) && is_linear_in(mean(s * x1), x1) && !is_linear_in(mean(s * x1), wrt(x1, s)));
static_assert(is_linear_in(where(s < 0_c, x1, 2_c * x1), x1) && !is_linear_in(where(x1 < 0_c, x1, 2_c * x1), x1));
static_assert(is_linear_in(outputs(x1, x2 - x1), by) && !is_linear_in(outputs(x1, squares), by));
static_assert(is_linear_in(gradient(squares, by), by));
static_assert(is_quadratic_in(squares + s * x1 * x2, by) && is_quadratic_in(x1, by) && !is_quadratic_in(f, by) && is_quadratic_in(f, x1));
static_assert(!is_quadratic_in(product, by) && !is_quadratic_in(pow<3>(x1), x1) && !is_quadratic_in(exp(x1), x1));
static_assert(is_quadratic_in(chain, wrt(t[0_c], t[3_c])) && !is_quadratic_in(chain, t[1_c]));

}  // namespace
