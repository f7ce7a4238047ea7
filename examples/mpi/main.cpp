// Logistic regression by Newton's method, the rows spread over the processes of MPI: mpirun -n 4 mpi [ROWS]
// Each process sums loss, gradient and Hessian over its own rows; MPI_Allreduce merges the accumulators. As their sums are exact, every
// number of processes and every order of merging gives the same bits as one process.
#include "../input.hpp"
#include "../noise.hpp"

#include <leibniz/eigen.hpp>
#include <leibniz/eigen/accumulator.hpp>

#include <Eigen/Cholesky>
#include <mpi.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <stdexcept>
#include <string>

namespace {

using namespace leibniz;

constexpr symbol<"w1"> w1;
constexpr symbol<"w2"> w2;
constexpr symbol<"b"> b;
constexpr symbol<"x1"> x1;
constexpr symbol<"x2"> x2;
constexpr symbol<"t"> t;  // 1 or 0

constexpr auto z = w1 * x1 + w2 * x2 + b;
constexpr auto loss = mean(softplus(z) - t * z);
constexpr auto model = outputs(loss, gradient(loss, wrt(w1, w2, b)), hessian(loss, wrt(w1, w2, b)));

/// Throws what MPI has to say.
void check(int code) {
    if (code == MPI_SUCCESS) return;
    char text[MPI_MAX_ERROR_STRING];
    int length = 0;
    MPI_Error_string(code, text, &length);
    throw std::runtime_error(std::string(text, static_cast<std::size_t>(length)));
}

/// Says what is wrong and ends all processes: those that wait for this one would wait for ever.
[[noreturn]] void stop_all(char const* what) {
    int rank = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    std::fprintf(stderr, "mpi: process %d: %s; all processes stop\n", rank, what);
    MPI_Abort(MPI_COMM_WORLD, 2);
    std::abort();
}

/// Merges the accumulators of all processes, which travel as bytes.
template <class Total>
class merge_over_processes {
public:
    merge_over_processes() {
        check(MPI_Type_contiguous(static_cast<int>(Total::byte_count), MPI_BYTE, &type_));
        check(MPI_Type_commit(&type_));
        check(MPI_Op_create(merge, 1, &op_));
    }
    merge_over_processes(merge_over_processes const&) = delete;
    merge_over_processes& operator=(merge_over_processes const&) = delete;
    ~merge_over_processes() {
        MPI_Op_free(&op_);
        MPI_Type_free(&type_);
    }

    Total operator()(Total const& mine) const {
        auto const sent = mine.bytes();
        auto received = sent;
        check(MPI_Allreduce(sent.data(), received.data(), 1, type_, op_, MPI_COMM_WORLD));
        return Total::from_bytes(received);
    }

private:
    static void merge(void* from, void* to, int* count, MPI_Datatype*) {
        try {
            for (int k = 0; k < *count; ++k) {
                auto const offset = static_cast<std::size_t>(k) * Total::byte_count;
                std::byte* const into = static_cast<std::byte*>(to) + offset;
                Total total = Total::from_bytes({into, Total::byte_count});
                total += Total::from_bytes({static_cast<std::byte const*>(from) + offset, Total::byte_count});
                auto const merged = total.bytes();
                std::copy(merged.begin(), merged.end(), into);
            }
        } catch (std::exception const& error) {
            stop_all(error.what());  // an exception must not pass through MPI
        }
    }

    MPI_Datatype type_ = MPI_DATATYPE_NULL;
    MPI_Op op_ = MPI_OP_NULL;
};

/// The rows of one process, by the chunk. Row k is the same wherever it is made.
class rows_of_process {
public:
    rows_of_process(long long first, long long end) : first_(first), end_(end) {}

    template <class F>
    void each_chunk(F const& take) {
        for (long long at = first_; at < end_; at += size) {
            auto const count = static_cast<Eigen::Index>(std::min(size, end_ - at));
            for (Eigen::Index k = 0; k < count; ++k) {
                auto const row = 3 * static_cast<std::uint64_t>(at + k);
                features_(k, 0) = 4 * examples::noise(row) - 2;
                features_(k, 1) = 4 * examples::noise(row + 1) - 2;
                double const odds = 1.5 * features_(k, 0) - 2 * features_(k, 1) + 0.5;
                labels_[k] = examples::noise(row + 2) * (1 + std::exp(-odds)) < 1 ? 1 : 0;
            }
            take(features_.col(0).head(count), features_.col(1).head(count), labels_.head(count));
        }
    }

private:
    static constexpr long long size = 8192;
    long long first_, end_;
    Eigen::ArrayX2d features_ = Eigen::ArrayX2d(size, 2);
    Eigen::ArrayXd labels_ = Eigen::ArrayXd(size);
};

/// For the test: with LEIBNIZ_FAIL=1 process 1 throws halfway, with LEIBNIZ_FAIL=1! it is killed.
void fail_if_asked(int rank) {
    char const* const wanted = std::getenv("LEIBNIZ_FAIL");
    if (wanted == nullptr || std::atoi(wanted) != rank) return;
    if (std::strchr(wanted, '!') != nullptr) std::raise(SIGKILL);
    throw std::runtime_error("it was asked to fail");
}

void run(int rank, int processes, long long rows) {
    rows_of_process mine(rows * rank / processes, rows * (rank + 1) / processes);
    merge_over_processes<decltype(accumulator(model))> const merge;

    auto p = values(w1 = 0.0, w2 = 0.0, b = 0.0);
    for (int step = 0; step < 8; ++step) {
        auto total = accumulator(model);
        mine.each_chunk(
            [&](auto const& first, auto const& second, auto const& label) { total.add(p, x1 = first, x2 = second, t = label); });
        if (step == 4) fail_if_asked(rank);
        auto const [value, slope, curvature] = merge(total).value();
        Eigen::Vector3d const g = as_vector(slope);
        Eigen::Matrix3d const h = as_matrix(curvature);
        p -= from_vector(wrt(w1, w2, b), Eigen::VectorXd(h.ldlt().solve(g)));
        if (rank == 0) std::printf("step %d   loss %.12f   |gradient| %.1e\n", step, value, g.norm());
    }
    if (rank == 0) std::printf("w1 %.6f   w2 %.6f   b %.6f\nbits %a %a %a\n", p[w1], p[w2], p[b], p[w1], p[w2], p[b]);
}

}  // namespace

int main(int count, char** arguments) {
    MPI_Init(&count, &arguments);
    MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);  // `check` reports them
    int rank = 0, processes = 1;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    MPI_Comm_size(MPI_COMM_WORLD, &processes);
    try {
        auto const rows = count > 1 ? examples::number_in<int>(arguments[1]) : 1'000'000;
        if (!rows || *rows < 1) throw std::runtime_error("the number of rows should be a whole number, as in 1000000");
        run(rank, processes, *rows);
    } catch (std::exception const& error) { stop_all(error.what()); }
    MPI_Finalize();
    return 0;
}
