#pragma once

// What the examples in comments of the headers take for granted; see cmake/header_examples.cmake.

#include <leibniz/algebra.hpp>
#include <leibniz/calculus.hpp>
#include <leibniz/document/matrix.hpp>
#include <leibniz/eigen.hpp>
#include <leibniz/eigen/accumulator.hpp>
#include <leibniz/eigen/check_finite.hpp>
#include <leibniz/eigen/reproducible.hpp>
#include <leibniz/eigen/sparse.hpp>
#include <leibniz/eigen/parse_matrices.hpp>
#ifndef LEIBNIZ_WITHOUT_THREADS
#include <leibniz/eigen/parallel.hpp>
#endif
#include <leibniz/fit.hpp>
#include <leibniz/fit/report_html.hpp>
#include <leibniz/fit/report_json.hpp>
#include <leibniz/fit/report_latex.hpp>
#include <leibniz/fit/report_markdown.hpp>
#include <leibniz/leibniz.hpp>
#include <leibniz/matrix.hpp>
#include <leibniz/notation.hpp>
#include <leibniz/page.hpp>
#include <leibniz/parse.hpp>
#include <leibniz/notebook.hpp>
#include <leibniz/parse/model_backpropagation.hpp>
#include <leibniz/parse/model_derivation.hpp>
#include <leibniz/parse/model_document.hpp>
#include <leibniz/parse/model_notation.hpp>
#include <leibniz/solvers/ode.hpp>

#include <array>
#undef NDEBUG
#include <cassert>
#include <iostream>
#include <sstream>
#include <string>

using namespace leibniz;

namespace {

constexpr symbol<"w"> w;
constexpr symbol<"b"> b;
constexpr symbol<"x"> x;
constexpr symbol<"y"> y;

Eigen::ArrayXd const xs = Eigen::ArrayXd::LinSpaced(3, 1.0, 3.0);  // 1, 2, 3
Eigen::ArrayXd const ys = 2.0 * xs;

/// Whether calling f throws an Error.
template <class Error, class F>
bool throws(F f) {
    try {
        f();
    } catch (Error const&) {
        return true;
    }
    return false;
}

}  // namespace
