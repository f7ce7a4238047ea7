#pragma once

#include <exception>
#include <stdexcept>
#include <string>

/// The text of the exception that a call throws; empty where it throws none.
template <class Exception = std::exception, class Call>
std::string complaint(Call call) {
    try {
        call();
    } catch (Exception const& error) {
        return error.what();
    }
    return {};
}

/// The same where nothing but std::invalid_argument is right.
template <class Call>
std::string refusal(Call call) {
    return complaint<std::invalid_argument>(call);
}
