#pragma once

#include <leibniz/parse.hpp>

#include <cstdio>
#include <exception>
#include <string>
#include <vector>

/// A derivative as it is stated elsewhere.
struct stated_derivative {
    char const *id, *formula;
    std::vector<std::string> by;
    char const* derivative;
};

/// Proves the derivatives equal to those of the library, says which ones it does not, and returns by how many they fall short of 320.
inline int prove_all(std::vector<stated_derivative> const& all) {
    int equal = 0, where = 0;
    for (stated_derivative const& s : all) try {
            leibniz::model derived = leibniz::parse(s.formula);
            for (std::string const& name : s.by) derived = leibniz::diff(derived, name);
            leibniz::equivalence const e = leibniz::equivalent(derived, leibniz::parse(s.derivative));
            equal += e.found == leibniz::verdict::equal;
            where += e.found == leibniz::verdict::equal_where;
            if (e.found != leibniz::verdict::equal && e.found != leibniz::verdict::equal_where)
                std::printf("%s: the derivative of %s and %s: %s\n", s.id, s.formula, s.derivative, text(e).c_str());
        } catch (std::exception const& e) {
            std::printf("%s: %s\n", s.id, e.what());
        }
    std::printf("derivatives: of %zu stated, %d are proved equal, and %d where both are defined\n", all.size(), equal, where);
    return equal + where < 320 ? 320 - equal - where : 0;
}
