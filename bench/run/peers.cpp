// Value and gradient of W3 and W4, row by row, in packaged libraries of automatic differentiation: those that are installed (Debian:
// libeigen3-dev, libceres-dev, libadolc-dev; libtrilinos-sacado-dev, libtrilinos-kokkos-dev, libtrilinos-teuchos-dev, libopenmpi-dev).
#include "peers.hpp"

#include <unsupported/Eigen/AutoDiff>
#if __has_include(<ceres/jet.h>)
#include <ceres/jet.h>
#define BENCH_CERES
#endif
#if __has_include(<adolc/adolc.h>)
#include <adolc/adolc.h>
#define BENCH_ADOLC
#endif
#if __has_include(<Sacado_No_Kokkos.hpp>) && __has_include(<Kokkos_Macros.hpp>) && __has_include(<Teuchos_PromotionTraits.hpp>) && __has_include(<mpi.h>)
#define OMPI_SKIP_MPICXX 1  // no interface of C++, which would need libraries
#include <Sacado_No_Kokkos.hpp>
#define BENCH_SACADO
#endif

namespace bench {

#if defined(BENCH_ADOLC)
/// A tape of the sum over all rows, which is run forwards and backwards for each gradient.
template <class Workload, std::size_t P>
class adolc_tape {
public:
    adolc_tape(Workload const& work, short tag) : tag_(tag) {
        auto const at = point_of(work);
        trace_on(tag);
        adouble in[P], sum = 0;
        for (std::size_t k = 0; k < P; ++k) in[k] <<= at[k];
        for (long i = 0; i < rows_of(work); ++i) sum += row_of(work, in, i);
        double value;
        sum >>= value;
        trace_off();
    }
    std::array<double, P + 1> operator()(std::array<double, P> at) const {
        std::array<double, P + 1> all;
        double one = 1;
        zos_forward(tag_, 1, P, 1, at.data(), all.data());
        fos_reverse(tag_, 1, P, &one, all.data() + 1);
        return all;
    }

private:
    short tag_;
};
#endif

template <class Workload, std::size_t P>
void race(char const* title, short tag) {
    Workload const work(2000);
    auto const at = point_of(work);
    auto const expected = work.leibniz();
    double const ns = 1e9 / static_cast<double>(rows_of(work));
    table const lines(title, "", {"peer", "Leibniz", "peer ÷ Leibniz"});
    auto const line = [&](char const* name, auto const& peer) {
        require_equal(peer(), expected, name);
        auto const t = least([&] { keep(peer()); }, [&] { keep(work.leibniz()); });
        lines.line(name, {t[0]*ns, t[1]*ns, t[0]/t[1]});
    };
    {
        using number = Eigen::AutoDiffScalar<Eigen::Matrix<double, static_cast<int>(P), 1>>;
        line("Eigen, AutoDiffScalar", [&] {
            return forward<number>(
                work, at, [](double value, int k) { return number(value, static_cast<int>(P), k); }, [](number const& n) { return n.value(); },
                [](number const& n, int k) { return n.derivatives()[k]; });
        });
    }
#if defined(BENCH_CERES)
    {
        using number = ceres::Jet<double, static_cast<int>(P)>;
        line("Ceres, Jet", [&] {
            return forward<number>(
                work, at, [](double value, int k) { return number(value, k); }, [](number const& n) { return n.a; },
                [](number const& n, int k) { return n.v[k]; });
        });
    }
#endif
#if defined(BENCH_SACADO)
    {
        using number = Sacado::ELRCacheFad::SFad<double, static_cast<int>(P)>;
        line("Sacado, ELRCacheFad::SFad", [&] {
            return forward<number>(
                work, at, [](double value, int k) { return number(static_cast<int>(P), k, value); }, [](number const& n) { return n.val(); },
                [](number const& n, int k) { return n.dx(k); });
        });
    }
#endif
#if defined(BENCH_ADOLC)
    adolc_tape<Workload, P> const tape(work, tag);
    line("ADOL-C, a tape of all rows", [&] { return tape(at); });
#else
    static_cast<void>(tag);
#endif
}

}  // namespace bench

int main() {
    using namespace bench;
#if !defined(BENCH_CERES)
    std::printf("\nCeres: skipped, <ceres/jet.h> is not installed (Debian: libceres-dev).\n");
#endif
#if !defined(BENCH_SACADO)
    std::printf("\nSacado: skipped, <Sacado_No_Kokkos.hpp> or what it includes is not installed (Debian: libtrilinos-sacado-dev, -kokkos-dev, -teuchos-dev, libopenmpi-dev).\n");
#endif
#if !defined(BENCH_ADOLC)
    std::printf("\nADOL-C: skipped, <adolc/adolc.h> is not installed (Debian: libadolc-dev).\n");
#endif
    race<network<double>, 8>("W3 row by row in other libraries, nanoseconds per row", 1);
    race<mgh17<double>, 5>("W4 row by row in other libraries, nanoseconds per row", 2);
}
