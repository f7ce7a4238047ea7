#pragma once

#include <leibniz/graph/canonical.hpp>
#include <leibniz/language/expression.hpp>

#include <concepts>
#include <type_traits>

namespace leibniz {

/// A node of a graph, with the operators of mathematics: rules read the same for expressions (types) and for terms (values).
class term {
public:
    constexpr term(graph& g, int index) : graph_(&g), index_(index) {}

    constexpr graph& in() const { return *graph_; }
    constexpr int index() const { return index_; }

    friend constexpr term operator+(term a, term b) { return {a.in(), a.in().add(a.index_, b.index_)}; }
    friend constexpr term operator*(term a, term b) { return {a.in(), a.in().multiply(a.index_, b.index_)}; }
    friend constexpr term operator/(term a, term b) { return {a.in(), a.in().divide(a.index_, b.index_)}; }
    friend constexpr term operator-(term a) { return {a.in(), a.in().scale(-1, a.index_)}; }
    friend constexpr term operator-(term a, term b) { return a + -b; }
    friend constexpr term pow(term a, term b) { return {a.in(), a.in().power(a.index_, b.index_)}; }

    // With exact numbers: 1 - u, 2*u.
    friend constexpr term operator+(term a, rational r) { return a + a.number(r); }
    friend constexpr term operator+(rational r, term a) { return a.number(r) + a; }
    friend constexpr term operator-(term a, rational r) { return a + a.number(-r); }
    friend constexpr term operator-(rational r, term a) { return a.number(r) + -a; }
    friend constexpr term operator*(term a, rational r) { return {a.in(), a.in().scale(r, a.index_)}; }
    friend constexpr term operator*(rational r, term a) { return a * r; }
    friend constexpr term operator/(term a, rational r) { return a / a.number(r); }
    friend constexpr term operator/(rational r, term a) { return a.number(r) / a; }
    friend constexpr term pow(term a, rational r) { return pow(a, a.number(r)); }

    // A double is no exact number: an error. (Templates inside the class are found for terms only.)
    template <std::floating_point T>
    friend constexpr term operator+(T, term a) { return inexact<T>(a); }
    template <std::floating_point T>
    friend constexpr term operator+(term a, T) { return inexact<T>(a); }
    template <std::floating_point T>
    friend constexpr term operator-(T, term a) { return inexact<T>(a); }
    template <std::floating_point T>
    friend constexpr term operator-(term a, T) { return inexact<T>(a); }
    template <std::floating_point T>
    friend constexpr term operator*(T, term a) { return inexact<T>(a); }
    template <std::floating_point T>
    friend constexpr term operator*(term a, T) { return inexact<T>(a); }
    template <std::floating_point T>
    friend constexpr term operator/(T, term a) { return inexact<T>(a); }
    template <std::floating_point T>
    friend constexpr term operator/(term a, T) { return inexact<T>(a); }
    template <std::floating_point T>
    friend constexpr term pow(term a, T) { return inexact<T>(a); }

    friend constexpr bool operator==(term a, term b) { return a.graph_ == b.graph_ && a.index_ == b.index_; }

    constexpr term number(rational r) const { return {*graph_, graph_->number(r)}; }

private:
    template <class T>
    static constexpr term inexact(term a) {
        static_assert(!sizeof(T), "partial: a derivative has exact numbers only; write u/2 or rational(1, 2)*u in place of 0.5*u");
        return a;
    }

    graph* graph_;
    int index_;
};

template <long long N, std::same_as<term> T>
constexpr term pow(T a) {
    return pow(a, rational(N));
}

}  // namespace leibniz
