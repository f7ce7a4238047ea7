// Evaluation into a workspace that has served before takes nothing from the heap: neither by Eigen nor by operator new.
#ifndef EIGEN_RUNTIME_NO_MALLOC
#define EIGEN_RUNTIME_NO_MALLOC
#endif
#define eigen_assert(condition) \
    if (!(condition)) throw std::logic_error(#condition)
#include <cstdlib>
#include <new>
#include <stdexcept>

namespace {
bool allowed = true;
}  // namespace

void* operator new(std::size_t size) {
    if (!allowed) throw std::bad_alloc();
    void* const memory = std::malloc(size);
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

#include "../catch.hpp"

#include <leibniz/eigen/accumulator.hpp>
#include <leibniz/eigen/parse_matrices.hpp>

using namespace leibniz;

namespace {

constexpr matrix<"V", "h", "d"> V;
constexpr matrix<"W", 10, "h"> W;
constexpr leibniz::vector<"b", "h"> b;
constexpr leibniz::vector<"x", "d"> x;
constexpr leibniz::vector<"y", 10> y;
constexpr symmetric<"K", "n"> K;
constexpr leibniz::vector<"z", "n"> z;

/// Runs `work` twice, and then once without the heap.
template <class Work>
void without_heap(Work work) {
    work();
    work();
    Eigen::internal::set_is_malloc_allowed(false);
    allowed = false;
    try {
        work();
    } catch (...) {
        allowed = true;
        Eigen::internal::set_is_malloc_allowed(true);
        throw;
    }
    allowed = true;
    Eigen::internal::set_is_malloc_allowed(true);
}

}  // namespace

TEST_CASE("a network is evaluated without the heap") {
    constexpr auto hidden = sigmoid(V*x + b);
    constexpr auto loss = logsumexp(W*hidden) - dot(y, W*hidden);
    constexpr auto model = outputs(loss, gradient(loss, wrt(V, b, W)));
    Eigen::MatrixXd const v = Eigen::MatrixXd::Random(300, 500), w = Eigen::MatrixXd::Random(10, 300);
    Eigen::VectorXd const bias = Eigen::VectorXd::Random(300), in = Eigen::VectorXd::Random(500), out = Eigen::VectorXd::Unit(10, 3);
    workspace<double> memory;
    auto all = evaluate(model, memory, V = v, b = bias, W = w, x = in, y = out);
    CHECK_NOTHROW(without_heap([&] { evaluate_into(all, model, memory, V = v, b = bias, W = w, x = in, y = out); }));
}

TEST_CASE("products, factorisations and copies are made without the heap") {
    constexpr auto model = outputs(logdet(K) + dot(z, solve(K, z)), gradient(logdet(K) + dot(z, solve(K, z)), wrt(K)), transpose(V)*V, V*transpose(V));
    Eigen::MatrixXd const v = Eigen::MatrixXd::Random(200, 300), k = Eigen::MatrixXd::Identity(150, 150);
    Eigen::VectorXd const in = Eigen::VectorXd::Random(150);
    workspace<double> memory;
    auto all = evaluate(model, memory, K = k, z = in, V = v);
    CHECK_NOTHROW(without_heap([&] { evaluate_into(all, model, memory, K = k, z = in, V = v); }));
    CHECK(all[0_c] == Approx(in.squaredNorm()));
    CHECK_THROWS(without_heap([&] { evaluate(model, K = k, z = in, V = v); }));  // so the heap is watched
}

TEST_CASE("a symmetric matrix that is not positive definite any more takes nothing from the heap") {
    constexpr auto model = outputs(logdet(K), inv(K), solve(K, z));
    for (int size : {4, 40, 150}) {
        Eigen::MatrixXd k = Eigen::MatrixXd::Identity(size, size);
        Eigen::VectorXd const in = Eigen::VectorXd::Random(size);
        workspace<double> memory;
        auto all = evaluate(model, memory, K = k, z = in);
        k(0, 1) = k(1, 0) = 2;
        CHECK_NOTHROW(without_heap([&] { evaluate_into(all, model, memory, K = k, z = in); }));
        CHECK(all[0_c] == Approx(std::log(3.0)));
    }
}

TEST_CASE("a model that is read at run time is evaluated without the heap") {
    leibniz::model const loss = parse("logsumexp(W*x) + logdet(K)", shapes{{"W", 10, "d"}, {"x", "d"}, {"K", "n", "n", shape::symmetric}});
    leibniz::model const both = outputs(loss, gradient(loss, {"W", "K"}));
    Eigen::MatrixXd const w = Eigen::MatrixXd::Random(10, 30), k = Eigen::MatrixXd::Identity(7, 7), in = Eigen::VectorXd::Random(30);
    workspace<double> memory;
    auto all = evaluate(both, memory, bind("W", w), bind("x", in.col(0)), bind("K", k));
    CHECK_NOTHROW(without_heap([&] { evaluate_into(all, both, memory, bind("W", w), bind("x", in.col(0)), bind("K", k)); }));
}

TEST_CASE("rows are accumulated, merged, sent and read without the heap, however many there are") {
    constexpr symbol<"v"> v;
    constexpr symbol<"t"> t;
    constexpr auto loss = mean(pow<2>(sigmoid(v*t) - t));
    constexpr auto model = outputs(loss, gradient(loss, wrt(v)));
    Eigen::ArrayXd const all = Eigen::ArrayXd::LinSpaced(100'000, -1, 1);
    auto total = accumulator(model);
    CHECK_NOTHROW(without_heap([&] {
        auto part = accumulator(model);
        for (Eigen::Index at = 0, count = 1; at + count <= all.size(); at += count, count *= 3) part.add(v = 0.5, t = all.segment(at, count));
        total += accumulator(model, part.bytes());
        total.value();
    }));
    CHECK(total.rows() == 3*(59049*3 - 1)/2);
}
