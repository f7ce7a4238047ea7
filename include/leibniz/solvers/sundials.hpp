#pragma once

#include <leibniz/solvers/ode.hpp>

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_context.hpp>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

#include <cstdlib>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace leibniz::inline v0_1 {

/// The functions that CVODE calls, for a system that its user data point to, which must outlive them: `CVodeInit(memory,
/// f::right_hand_side, ...)`, `CVodeSetUserData(memory, &system)`, `CVodeSetJacFn(memory, f::jacobian)` for a dense matrix or
/// `CVodeSetJacTimes(memory, nullptr, f::jacobian_times)` for methods of Krylov. Of the matrix, which CVODE has cleared, only the
/// entries that are not zero for all states are written. `cvode_solver` does all of this by itself.
template <class Ode>
struct cvode_functions {
    static int right_hand_side(sunrealtype t, N_Vector y, N_Vector slopes, void* system) {
        of(system).slopes(t, N_VGetArrayPointer(y), N_VGetArrayPointer(slopes));
        return 0;
    }
    static int jacobian(sunrealtype t, N_Vector y, N_Vector, SUNMatrix j, void* system, N_Vector, N_Vector, N_Vector) {
        sunrealtype* const* const columns = SUNDenseMatrix_Cols(j);
        of(system).jacobian(t, N_VGetArrayPointer(y), [=](int row, int column) -> sunrealtype& { return columns[column][row]; });
        return 0;
    }
    static int jacobian_times(N_Vector v, N_Vector product, sunrealtype t, N_Vector y, N_Vector, void* system, N_Vector) {
        of(system).jvp(t, N_VGetArrayPointer(y), N_VGetArrayPointer(v), N_VGetArrayPointer(product));
        return 0;
    }

private:
    static Ode const& of(void* system) { return *static_cast<Ode const*>(system); }
};

/// A system under way: SUNDIALS' CVODE by backward differentiation (BDF), with Newton's method and the exact Jacobian as a dense
/// matrix. It starts at a time and a pack of states, `cvode_solver(system, 0.0, values(w = 1.0), 1e-8, 1e-10)`, with a relative
/// and an absolute tolerance, and keeps copies of them; `solver(t)` goes on to `t` and returns a pack. `memory()` is for CVODE's
/// own functions: other tolerances, limits, statistics. Throws std::runtime_error, with CVODE's name of the fault, where that gives up.
///
///     cvode_solver solver(ode(outputs(-b*w), wrt(w), b = 0.5), 0.0, values(w = 3.0), 1e-8, 1e-10);
///     assert(std::abs(solver(2.0)[w] - 3.0*std::exp(-1.0)) < 1e-6);
template <class Ode>
class cvode_solver {
public:
    using pack_of_states = decltype(detail::values_from(typename Ode::states{}, static_cast<sunrealtype const*>(nullptr)));

    template <class Start>
    cvode_solver(Ode const& system, sunrealtype from, Start const& start, sunrealtype relative, sunrealtype absolute)
        : system_(system), states_(N_VNew_Serial(Ode::size, context_)), matrix_(SUNDenseMatrix(Ode::size, Ode::size, context_)),
          linear_(SUNLinSol_Dense(states_.get(), matrix_.get(), context_)), memory_(CVodeCreate(CV_BDF, context_)) {
        static_assert(pack<Start>, "cvode_solver: the states at the start are a pack; write values(y1 = 1.0, y2 = 0.0)");
        if (!states_ || !matrix_ || !linear_ || !memory_) throw std::bad_alloc();
        pack_of_states ordered{};
        if constexpr (pack<Start>) ordered = start;
        for (int i = 0; i < Ode::size; ++i) N_VGetArrayPointer(states_.get())[i] = ordered.values[i];
        using functions = cvode_functions<Ode>;
        check(CVodeInit(memory_.get(), functions::right_hand_side, from, states_.get()));
        check(CVodeSStolerances(memory_.get(), relative, absolute));
        check(CVodeSetUserData(memory_.get(), &system_));
        check(CVodeSetLinearSolver(memory_.get(), linear_.get(), matrix_.get()));
        check(CVodeSetJacFn(memory_.get(), functions::jacobian));
    }
    cvode_solver(cvode_solver const&) = delete;  // CVODE refers to the system in here

    /// The states at time `t`, after the steps to it.
    pack_of_states operator()(sunrealtype t) {
        sunrealtype reached = t;
        check(CVode(memory_.get(), t, states_.get(), &reached, CV_NORMAL));
        return detail::values_from(typename Ode::states{}, static_cast<sunrealtype const*>(N_VGetArrayPointer(states_.get())));
    }
    void* memory() { return memory_.get(); }

private:
    static void check(int outcome) {
        if (outcome < 0) {
            std::unique_ptr<char, decltype(&std::free)> const name(CVodeGetReturnFlagName(outcome), std::free);
            throw std::runtime_error(std::string("cvode_solver: CVODE says ") + name.get());
        }
    }
    static void release(void* memory) { CVodeFree(&memory); }
    template <auto Release>
    struct by {
        void operator()(auto* owned) const { Release(owned); }
    };

    Ode system_;
    sundials::Context context_;
    std::unique_ptr<std::remove_pointer_t<N_Vector>, by<N_VDestroy>> states_;
    std::unique_ptr<std::remove_pointer_t<SUNMatrix>, by<SUNMatDestroy>> matrix_;
    std::unique_ptr<std::remove_pointer_t<SUNLinearSolver>, by<SUNLinSolFree>> linear_;
    std::unique_ptr<void, by<release>> memory_;
};

}  // namespace leibniz::inline v0_1
