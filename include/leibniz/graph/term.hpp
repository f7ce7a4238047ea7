#pragma once

#include <leibniz/graph/canonical.hpp>
#include <leibniz/language/constant.hpp>

#include <concepts>
#include <type_traits>

namespace leibniz::inline v0_1 {

template <class T>
concept beside_term = std::floating_point<T> || expression<T>;

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

    // With constants of the language, 2_c*u. With anything else, 0.5*u or x*u, it is a mistake, which user_block.hpp reports.
    template <beside_term T>
    friend constexpr term operator+(T r, term a) {
        return a.made_of(r) + a;
    }
    template <beside_term T>
    friend constexpr term operator+(term a, T r) {
        return a + a.made_of(r);
    }
    template <beside_term T>
    friend constexpr term operator-(T r, term a) {
        return a.made_of(r) - a;
    }
    template <beside_term T>
    friend constexpr term operator-(term a, T r) {
        return a - a.made_of(r);
    }
    template <beside_term T>
    friend constexpr term operator*(T r, term a) {
        return a.made_of(r) * a;
    }
    template <beside_term T>
    friend constexpr term operator*(term a, T r) {
        return a * a.made_of(r);
    }
    template <beside_term T>
    friend constexpr term operator/(T r, term a) {
        return a.made_of(r) / a;
    }
    template <beside_term T>
    friend constexpr term operator/(term a, T r) {
        return a / a.made_of(r);
    }
    template <beside_term T>
    friend constexpr term pow(term a, T r) {
        return pow(a, a.made_of(r));
    }

    friend constexpr bool operator==(term a, term b) { return a.graph_ == b.graph_ && a.index_ == b.index_; }

    constexpr term number(rational r) const { return {*graph_, graph_->number(r)}; }

private:
    template <class T>
    constexpr term made_of(T) const {
        graph_->faults.inexact = true;
        return *this;
    }
    template <long long N, long long D, int Exponent>
    constexpr term made_of(constant<N, D, Exponent>) const {
        return number(rational::of(N, D, Exponent));
    }

    graph* graph_;
    int index_;
};

template <long long N, std::same_as<term> T>
constexpr term pow(T a) {
    return pow(a, rational(N));
}

}  // namespace leibniz::inline v0_1
