// The library but for Eigen as a module: `import leibniz;` in place of its headers. It needs clang 19 or later; CMake makes it where the
// project says find_package(leibniz COMPONENTS module). Names in leibniz::detail are not exported, nor are macros; headers of the library
// may be included in the same program.
module;

#include <leibniz/leibniz.hpp>

#include <leibniz/algebra.hpp>
#include <leibniz/backpropagation.hpp>
#include <leibniz/calculus.hpp>
#include <leibniz/derivation.hpp>
#include <leibniz/matrix.hpp>
#include <leibniz/notation.hpp>
#include <leibniz/page.hpp>
#include <leibniz/parse.hpp>
#include <leibniz/special.hpp>

export module leibniz;

export namespace leibniz {

// Symbols, numbers and what is built of them.
using leibniz::symbol;
using leibniz::symbols;
using leibniz::column;
using leibniz::columns;
using leibniz::constant;
using leibniz::name;
using leibniz::pi;
using leibniz::call;
using leibniz::named;
using leibniz::expression;
using leibniz::variable;
using leibniz::bundle;
using leibniz::binding;
using leibniz::pow;
using leibniz::min;
using leibniz::max;
using leibniz::where;
using leibniz::sum;
using leibniz::mean;
using leibniz::let;
using leibniz::formula;
using leibniz::operator+;
using leibniz::operator-;
using leibniz::operator*;
using leibniz::operator/;
using leibniz::operator==;
using leibniz::operator<;
using leibniz::operator<=;
using leibniz::operator>;
using leibniz::operator>=;
using leibniz::operator&&;
using leibniz::operator||;
using leibniz::operator!;
using leibniz::operator<<;

// The functions of the tables.
using leibniz::abs;
using leibniz::acos;
using leibniz::acosh;
using leibniz::acot;
using leibniz::acoth;
using leibniz::acsc;
using leibniz::acsch;
using leibniz::asec;
using leibniz::asech;
using leibniz::asin;
using leibniz::asinh;
using leibniz::atan;
using leibniz::atan2;
using leibniz::atanh;
using leibniz::beta_density;
using leibniz::betainc;
using leibniz::cbrt;
using leibniz::ceil;
using leibniz::clamp;
using leibniz::cos;
using leibniz::cosh;
using leibniz::cot;
using leibniz::coth;
using leibniz::csc;
using leibniz::csch;
using leibniz::digamma;
using leibniz::elu;
using leibniz::erf;
using leibniz::erfc;
using leibniz::erfcinv;
using leibniz::erfcx;
using leibniz::erfinv;
using leibniz::exp;
using leibniz::exp2;
using leibniz::expm1;
using leibniz::exprel;
using leibniz::exprel_derivative;
using leibniz::factorial;
using leibniz::floor;
using leibniz::fmod;
using leibniz::gamma_density;
using leibniz::gammainc;
using leibniz::gammaincc;
using leibniz::gelu;
using leibniz::hypot;
using leibniz::lbeta;
using leibniz::lbinom;
using leibniz::leaky_relu;
using leibniz::lgamma;
using leibniz::log;
using leibniz::log10;
using leibniz::log1p;
using leibniz::log2;
using leibniz::logit;
using leibniz::lognormcdf;
using leibniz::logsumexp;
using leibniz::mish;
using leibniz::mod;
using leibniz::normcdf;
using leibniz::norminv;
using leibniz::polygamma;
using leibniz::relu;
using leibniz::round;
using leibniz::sec;
using leibniz::sech;
using leibniz::selu;
using leibniz::sigmoid;
using leibniz::sign;
using leibniz::silu;
using leibniz::sin;
using leibniz::sinc;
using leibniz::sinh;
using leibniz::softmax;
using leibniz::softplus;
using leibniz::softsign;
using leibniz::sph_bessel;
using leibniz::sqrt;
using leibniz::square;
using leibniz::step;
using leibniz::stop_gradient;
using leibniz::tan;
using leibniz::tanh;
using leibniz::tgamma;
using leibniz::trunc;
using leibniz::xlogy;

// What functions of your own are made of.
using leibniz::nullary;
using leibniz::unary;
using leibniz::binary;
using leibniz::ternary;
using leibniz::apply;
using leibniz::applied;
using leibniz::term;
using leibniz::two_terms;
using leibniz::three_terms;
using leibniz::interval;
using leibniz::domain_region;
using leibniz::parity;
using leibniz::role;
using leibniz::real_line;
using leibniz::nonzero_reals;
using leibniz::positive_reals;
using leibniz::nonnegative_reals;
using leibniz::positive_half;
using leibniz::nonnegative_half;
using leibniz::unit_interval;
using leibniz::closed_unit_interval;

// Derivatives.
using leibniz::diff;
using leibniz::gradient;
using leibniz::hessian;
using leibniz::jacobian;
using leibniz::outputs;
using leibniz::wrt;
using leibniz::jvp;
using leibniz::vjp;
using leibniz::hvp;
using leibniz::implicit;
using leibniz::taylor;
using leibniz::lower;
using leibniz::nonzeros;
using leibniz::divergence;
using leibniz::laplacian;
using leibniz::second_directional_derivative;
using leibniz::is_linear_in;
using leibniz::is_quadratic_in;
using leibniz::normal_equations;
using leibniz::newton_equations;
using leibniz::depends_on;

// Algebra.
using leibniz::equivalent;
using leibniz::verdict;
using leibniz::simplify;
using leibniz::effort;
using leibniz::expand;
using leibniz::collect;
using leibniz::coefficients;
using leibniz::degree;
using leibniz::factor;
using leibniz::together;
using leibniz::apart;
using leibniz::substitute;
using leibniz::assumptions;
using leibniz::free_symbols;
using leibniz::operations;
using leibniz::integer;
using leibniz::nonzero;
using leibniz::nonnegative;
using leibniz::positive;
using leibniz::equal_to;
using leibniz::not_equal_to;
using leibniz::rational;

// Printed forms.
using leibniz::text;
using leibniz::unicode;
using leibniz::latex;
using leibniz::mathml;
using leibniz::python;
using leibniz::sympy;
using leibniz::c_code;
using leibniz::json;
using leibniz::dot;
using leibniz::written_out;
using leibniz::shared;
using leibniz::number_text;
using leibniz::text_view;
using leibniz::version_text;
using leibniz::text_style;
using leibniz::unicode_style;
using leibniz::latex_style;
using leibniz::mathml_style;
using leibniz::python_style;
using leibniz::sympy_style;

// Values.
using leibniz::evaluate;
using leibniz::evaluate_into;
using leibniz::callable;
using leibniz::values;
using leibniz::record;
using leibniz::pack;
using leibniz::operator+=;
using leibniz::operator-=;
using leibniz::operator*=;
using leibniz::operator/=;

// Vectors and matrices.
using leibniz::matrix;
using leibniz::vector;
using leibniz::symmetric;
using leibniz::ones;
using leibniz::identity;
using leibniz::dimension;
using leibniz::transpose;
using leibniz::hadamard;
using leibniz::outer;
using leibniz::inv;
using leibniz::solve;
using leibniz::det;
using leibniz::logdet;
using leibniz::tr;
using leibniz::diag;
using leibniz::diagonal;
using leibniz::norm1;
using leibniz::norm2;

// Hand calculations, derivations and documents.
using leibniz::backpropagation;
using leibniz::derivation;
using leibniz::main_steps;
using leibniz::every_rule;
using leibniz::document;
using leibniz::markdown;
using leibniz::html;
using leibniz::html_page;
using leibniz::svg;
using leibniz::svg_image;
using leibniz::plot;
using leibniz::plotted;
using leibniz::hand_calculation;
using leibniz::hand_training;

// Formulas that are known at run time.
using leibniz::parse;
using leibniz::model;
using leibniz::parse_options;
using leibniz::syntax_error;

inline namespace literals {
using leibniz::literals::operator""_c;
}

}  // namespace leibniz
