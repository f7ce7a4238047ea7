#pragma once

#include "../function_of_pattern.hpp"

#include <leibniz/evaluate/valued.hpp>
#include <leibniz/leibniz.hpp>

#include <cmath>
#include <limits>
#include <map>
#include <string_view>
#include <vector>

/// The value of an expression exactly as it was written, row by row, without a graph and without any algebra:
/// what every rewrite is measured against. NaN where it is not defined over the reals: where a part of it is no
/// finite number, and where a base is not positive although the exponent varies.
class value_as_written {
public:
    using rows = std::vector<long double>;

    void bind(std::string_view name, rows values) { values_[name] = std::move(values); }

    rows operator()(leibniz::written const& w) const {
        using leibniz::form;
        switch (w.what) {
        case form::number: return rows(count(), ratio(w.number));
        case form::named: return (*this)(*w.operands[0]);
        case form::call: return call(w);
        default: return values_.at(w.name);  // symbols, columns, wildcards
        }
    }

    std::size_t count() const { return values_.begin()->second.size(); }

private:
    static long double ratio(leibniz::rational r) {
        return static_cast<long double>(r.numerator()) / static_cast<long double>(r.denominator());
    }

    rows call(leibniz::written const& w) const {
        leibniz::function const& fn = function_of(w);
        std::vector<rows> operands;
        for (int k = 0; k < w.count; ++k) operands.push_back((*this)(*w.operands[k]));
        rows result(count());
        if (fn.meaning == leibniz::role::reduction) {
            long double total = 0;
            for (long double value : operands[0]) total += value;
            if (fn.averages) total /= static_cast<long double>(count());
            return rows(count(), total);
        }
        for (std::size_t r = 0; r < result.size(); ++r) {
            long double at[3] = {operands[0][r], operands[w.count > 1 ? 1 : 0][r], operands.back()[r]};
            bool const varying_power = fn.meaning == leibniz::role::power && w.operands[1]->what != leibniz::form::number;
            result[r] = varying_power && !(at[0] > 0) ? undefined : leibniz::valued(fn).value(at);
            if (!std::isfinite(result[r])) result[r] = undefined;
        }
        return result;
    }

    static constexpr long double undefined = std::numeric_limits<long double>::quiet_NaN();

    std::map<std::string_view, rows> values_;
};
