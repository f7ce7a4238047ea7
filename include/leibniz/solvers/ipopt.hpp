#pragma once

#include <leibniz/calculus.hpp>
#include <leibniz/solvers/bound_values.hpp>

// Headers of Ipopt 3.11 stop without this, which pkg-config adds.
#ifndef HAVE_CSTDDEF
#define HAVE_CSTDDEF
#include <IpIpoptApplication.hpp>
#include <IpTNLP.hpp>
#undef HAVE_CSTDDEF
#else
#include <IpIpoptApplication.hpp>
#include <IpTNLP.hpp>
#endif

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace leibniz::inline v0_1 {

namespace detail {

template <class Symbol>
struct no_variable_of_ipopt {
    static consteval int report() {
        static_assert(!sizeof(Symbol), "ipopt_problem: a symbol does not stand in wrt(...) and has no value; add a binding such as a = 2.0");
        return 0;
    }
};

/// The Lagrangian as Ipopt has it, objective factor and multipliers being symbols of names that no symbol of a user can have.
template <class F, class Constraints>
struct lagrangian;
template <class F, class... G>
struct lagrangian<F, outputs_of<G...>> {
    template <class I>
    struct sum;
    template <int... I>
    struct sum<std::integer_sequence<int, I...>> {
        using type = from_left<addition, call<multiplication, symbol<"objective factor">, F>,
                               call<multiplication, symbol<numbered<"multiplier ", I>()>, G>...>;
        using multipliers = variables<symbol<"objective factor">, symbol<numbered<"multiplier ", I>()>...>;
    };
    using all = sum<std::make_integer_sequence<int, sizeof...(G)>>;
    using type = typename all::type;
    using multipliers = typename all::multipliers;
};

}  // namespace detail

/// A nonlinear program for Ipopt; see the function `ipopt_problem`. Bounds are infinite, the start is 0, and constraints are equations to 0
/// until set otherwise.
template <class F, class Constraints, class By, class Held>
class ipopt_problem_of;
template <class F, class... G, class... V, class Held>
class ipopt_problem_of<F, outputs_of<G...>, variables<V...>, Held> final : public Ipopt::TNLP {
    using Index = Ipopt::Index;
    using Number = Ipopt::Number;
    using by = variables<V...>;
    using lagrangian = detail::lagrangian<F, outputs_of<G...>>;
    static constexpr double infinity = std::numeric_limits<double>::infinity();
    static constexpr auto jacobian_entries = nonzeros(jacobian_of<outputs_of<G...>, V...>{});
    static constexpr auto hessian_entries = nonzeros(leibniz::lower(hessian_of<typename lagrangian::type, V...>{}));
    static constexpr bool is_linear[] = {is_linear_in(G{}, by{})..., true};
    static constexpr bool is_quadratic = is_quadratic_in(F{}, by{}) && is_linear_in(outputs_of<G...>{}, by{});

    template <std::size_t Size>
    static constexpr std::array<double, Size> filled(double value) {
        std::array<double, Size> all{};
        all.fill(value);
        return all;
    }

public:
    static constexpr std::size_t size = sizeof...(V), constraints = sizeof...(G);

    std::array<double, size> start{}, lower = filled<size>(-infinity), upper = filled<size>(infinity);
    std::array<double, constraints> least{}, most{};  // of the constraints: equal for an equation

    // What Ipopt has found. Multipliers are where it begins if its option warm_start_init_point is yes.
    std::array<double, size> solution{}, lower_multipliers{}, upper_multipliers{};
    std::array<double, constraints> constraint_values{}, multipliers{};
    double objective = 0;

    explicit ipopt_problem_of(Held const& held) : held_(held) {}

    /// Says in the options of Ipopt what is constant: the Jacobian of linear constraints, the Hessian of a quadratic program. Then they are
    /// evaluated once.
    void tell_constants(Ipopt::OptionsList& options) const {
        auto const all_linear = [&](bool equations) {
            for (std::size_t i = 0; i < constraints; ++i)
                if ((least[i] == most[i]) == equations && !is_linear[i]) return false;
            return true;
        };
        options.SetStringValue("jac_c_constant", all_linear(true) ? "yes" : "no");
        options.SetStringValue("jac_d_constant", all_linear(false) ? "yes" : "no");
        options.SetStringValue("hessian_constant", is_quadratic ? "yes" : "no");
    }
    /// Tells the constants, initializes Ipopt, and lets it solve the problem.
    Ipopt::ApplicationReturnStatus solve(Ipopt::IpoptApplication& ipopt) {
        tell_constants(*ipopt.Options());
        if (Ipopt::ApplicationReturnStatus const ready = ipopt.Initialize(); ready != Ipopt::Solve_Succeeded) return ready;
        return ipopt.OptimizeTNLP(this);
    }
    /// The same by an Ipopt that prints nothing.
    Ipopt::ApplicationReturnStatus solve() {
        Ipopt::SmartPtr<Ipopt::IpoptApplication> const ipopt = IpoptApplicationFactory();
        ipopt->Options()->SetIntegerValue("print_level", 0);
        ipopt->Options()->SetStringValue("sb", "yes");
        return solve(*ipopt);
    }

    // What Ipopt calls. Objective and constraints are one program, their derivatives another, the Hessian of the Lagrangian a third;
    // each runs once for each point.
    bool get_nlp_info(Index& n, Index& m, Index& jacobian_size, Index& hessian_size, IndexStyleEnum& style) override {
        n = static_cast<Index>(size), m = static_cast<Index>(constraints);
        jacobian_size = jacobian_entries.size, hessian_size = hessian_entries.size;
        style = C_STYLE;
        return true;
    }
    bool get_bounds_info(Index, Number* x_lower, Number* x_upper, Index, Number* g_lower, Number* g_upper) override {
        std::copy(lower.begin(), lower.end(), x_lower), std::copy(upper.begin(), upper.end(), x_upper);
        std::copy(least.begin(), least.end(), g_lower), std::copy(most.begin(), most.end(), g_upper);
        return true;
    }
    bool get_starting_point(Index, bool init_x, Number* x, bool init_z, Number* z_lower, Number* z_upper, Index, bool init_lambda,
                            Number* lambda) override {
        if (init_x) std::copy(start.begin(), start.end(), x);
        if (init_z) std::copy(lower_multipliers.begin(), lower_multipliers.end(), z_lower);
        if (init_z) std::copy(upper_multipliers.begin(), upper_multipliers.end(), z_upper);
        if (init_lambda) std::copy(multipliers.begin(), multipliers.end(), lambda);
        return true;
    }
    bool get_constraints_linearity(Index, LinearityType* types) override {
        for (std::size_t i = 0; i < constraints; ++i) types[i] = is_linear[i] ? LINEAR : NON_LINEAR;
        return true;
    }
    bool get_variables_linearity(Index, LinearityType* types) override {
        std::fill(types, types + size, LINEAR);
        for (std::size_t k = 0; k < hessian_entries.size; ++k)
            types[hessian_entries.rows[k]] = types[hessian_entries.columns[k]] = NON_LINEAR;
        return true;
    }
    bool eval_f(Index, Number const* x, bool new_x, Number& value) override {
        value = values_at(x, new_x)[0];
        return true;
    }
    bool eval_g(Index, Number const* x, bool new_x, Index, Number* g) override {
        double const* const all = values_at(x, new_x);
        std::copy(all + 1, all + 1 + constraints, g);
        return true;
    }
    bool eval_grad_f(Index, Number const* x, bool new_x, Number* gradient) override {
        double const* const all = slopes_at(x, new_x);
        std::copy(all, all + size, gradient);
        return true;
    }
    bool eval_jac_g(Index, Number const* x, bool new_x, Index, Index, Index* rows, Index* columns, Number* to) override {
        if (to == nullptr) return write_structure(jacobian_entries, rows, columns);
        double const* const all = slopes_at(x, new_x);
        std::copy(all + size, all + slopes_.size(), to);
        return true;
    }
    bool eval_h(Index, Number const* x, bool new_x, Number factor, Index, Number const* lambda, bool, Index, Index* rows, Index* columns,
                Number* to) override {
        if (to == nullptr) return write_structure(hessian_entries, rows, columns);
        look_at(x, new_x);
        std::array<double, 1 + constraints> factors{factor};
        std::copy(lambda, lambda + constraints, factors.begin() + 1);
        evaluate_into(to, hessian_entries, values(at_, detail::values_from(typename lagrangian::multipliers{}, factors.data())));
        return true;
    }
    void finalize_solution(Ipopt::SolverReturn, Index, Number const* x, Number const* z_lower, Number const* z_upper, Index, Number const* g,
                           Number const* lambda, Number value, Ipopt::IpoptData const*, Ipopt::IpoptCalculatedQuantities*) override {
        std::copy(x, x + size, solution.begin());
        std::copy(z_lower, z_lower + size, lower_multipliers.begin()), std::copy(z_upper, z_upper + size, upper_multipliers.begin());
        std::copy(g, g + constraints, constraint_values.begin()), std::copy(lambda, lambda + constraints, multipliers.begin());
        objective = value;
    }

private:
    template <class Entries>
    static bool write_structure(Entries entries, Index* rows, Index* columns) {
        std::copy(entries.rows.begin(), entries.rows.end(), rows);
        std::copy(entries.columns.begin(), entries.columns.end(), columns);
        return true;
    }
    void look_at(Number const* x, bool new_x) {
        if (!new_x && seen_) return;
        at_ = values(detail::values_from(by{}, x), held_);
        seen_ = true, have_values_ = have_slopes_ = false;
    }
    double const* values_at(Number const* x, bool new_x) {
        look_at(x, new_x);
        if (!have_values_) evaluate_into(values_, outputs_of<F, G...>{}, at_);
        have_values_ = true;
        return values_.data();
    }
    double const* slopes_at(Number const* x, bool new_x) {
        look_at(x, new_x);
        if (!have_slopes_) evaluate_into(slopes_, outputs(gradient_of<F, V...>{}, jacobian_entries), at_);
        have_slopes_ = true;
        return slopes_.data();
    }

    Held held_;
    decltype(values(std::declval<detail::pack_over<double, V...>>(), std::declval<Held>())) at_{};
    std::array<double, 1 + constraints> values_{};
    std::array<double, size + jacobian_entries.size> slopes_{};
    bool seen_ = false, have_values_ = false, have_slopes_ = false;
};

namespace detail {

/// In place of a problem that is refused: one with as many variables and constraints, so that no second error follows.
template <class Constraints, class By>
struct reported_to_ipopt;
template <class... G, class... V>
struct reported_to_ipopt<outputs_of<G...>, variables<V...>> {
    template <class>
    using nothing = constant<0>;
    using type = Ipopt::SmartPtr<ipopt_problem_of<constant<0>, outputs_of<nothing<G>...>, variables<V...>, record<variables<>>>>;
};
template <class F, class Constraints, class By, class... B>
struct given_to_ipopt;
template <class F, class... G, class... V, class... B>
struct given_to_ipopt<F, outputs_of<G...>, variables<V...>, B...>
    : admission<no_variable_of_ipopt, outputs_of<F, G...>, pack_over<double, V...>, B...> {
    using reported = typename reported_to_ipopt<outputs_of<G...>, variables<V...>>::type;

    static auto made(B const&... others) {
        using type = ipopt_problem_of<F, outputs_of<G...>, variables<V...>, decltype(copied_values(others...))>;
        return Ipopt::SmartPtr<type>(new type(copied_values(others...)));
    }
};
/// The symbols among arguments.
template <class T>
using symbol_or_none = std::conditional_t<variable<T>, variables<T>, variables<>>;

}  // namespace detail

/// Minimise `objective` subject to `least <= constraints <= most` and `lower <= variables <= upper`: a TNLP that `IpoptApplication` takes,
/// held by the smart pointer of Ipopt. Bounds and start are its members; `solve()` calls Ipopt, and what it finds stands in `solution`,
/// `objective`, `multipliers`. Structure and linearity are known while compiling; the Hessian of the Lagrangian is one program of its
/// lower triangle. A binding holds each other symbol at a number, of which a copy is kept. Refuses what `evaluate` does.
/// `examples/solvers/ipopt.cpp` is a whole program.
template <expression F, expression... G, class... V, class... B>
auto ipopt_problem(F, outputs_of<G...>, variables<V...>, B const&... others) {
    using given = detail::given_to_ipopt<F, outputs_of<G...>, variables<V...>, B...>;
    if constexpr (given::refused) return static_cast<void>(given::diagnosis::sentence::report()), typename given::reported();
    else return given::made(others...);
}
/// The same with one constraint.
template <expression F, expression G, class... V, class... B>
auto ipopt_problem(F, G, variables<V...>, B const&... others) {
    using given = detail::given_to_ipopt<F, outputs_of<G>, variables<V...>, B...>;
    if constexpr (given::refused) return static_cast<void>(given::diagnosis::sentence::report()), typename given::reported();
    else return given::made(others...);
}
/// The same without constraints but bounds.
template <expression F, class... V, class... B>
auto ipopt_problem(F, variables<V...>, B const&... others) {
    using given = detail::given_to_ipopt<F, outputs_of<>, variables<V...>, B...>;
    if constexpr (given::refused) return static_cast<void>(given::diagnosis::sentence::report()), typename given::reported();
    else return given::made(others...);
}
template <class F, class... T>
auto ipopt_problem(F, T const&...) {
    static_assert(!sizeof(F), "ipopt_problem: which are the variables? write ipopt_problem(f, outputs(c1, c2), wrt(x, y))");
    using by = typename detail::joined<variables<>, detail::symbol_or_none<T>...>::type;
    return typename detail::reported_to_ipopt<outputs_of<>, by>::type();
}

}  // namespace leibniz::inline v0_1
