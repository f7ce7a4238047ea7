#pragma once

#include <leibniz/evaluate/evaluate.hpp>

#include <Eigen/Core>

#include <concepts>
#include <stdexcept>
#include <string>
#include <type_traits>

namespace leibniz::inline v0_1::detail {

/// A vector of Eigen takes the results of a bundle one after the other: directly where they are of its type and it is packed.
template <class Out>
    requires(std::derived_from<Out, Eigen::DenseBase<Out>> && bool(Out::IsVectorAtCompileTime))
struct eigen_memory<Out> {
    static constexpr bool is = true;

    template <class E, class... B>
    static void write(Out& out, B const&... arguments) {
        using number = typename common_number<typename argument<B>::number...>::type;
        constexpr int count = compiled<E>::value.root_count;
        if (out.size() != count)
            throw std::invalid_argument("evaluate_into: the vector has " + std::to_string(out.size()) + " entries for " +
                                        std::to_string(count) + " results; resize it before");
        if constexpr (std::same_as<number, typename Out::Scalar> && requires {
                          out.data();
                          requires int(Out::InnerStrideAtCompileTime) == 1;
                      }) {
            number* const to = out.data();
            write_numbers<E>(to, arguments...);
        } else {
            number all[count + 1];
            run_program<E>(all, arguments...);
            for (int k = 0; k < count; ++k) out.coeffRef(k) = static_cast<typename Out::Scalar>(all[k]);
        }
    }
};

}  // namespace leibniz::inline v0_1::detail
