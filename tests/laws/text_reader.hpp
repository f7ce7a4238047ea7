#pragma once

#include "all.hpp"

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>

/// Reads a printed form back into a graph, by the rules of school: ^ before * and / before + and -, all but ^ from the
/// left, a leading minus for the whole first product.
class text_reader {
public:
    text_reader(leibniz::graph& g, std::string_view text) : graph_(g), text_(text) {
        for_every_function([this]<class F>(F) { functions_[F::text] = &leibniz::row<F>::descriptor; });
    }

    leibniz::term operator()() {
        leibniz::term const whole = sum();
        if (!text_.empty()) throw std::invalid_argument("cannot be read from here: " + std::string(text_));
        return whole;
    }

private:
    bool take(std::string_view token) {
        if (text_.substr(0, token.size()) != token) return false;
        text_.remove_prefix(token.size());
        return true;
    }

    leibniz::term sum() {
        leibniz::term total = take("-") ? -product() : product();
        for (;;) {
            if (take(" + ")) total = total + product();
            else if (take(" - ")) total = total - product();
            else return total;
        }
    }
    leibniz::term product() {
        leibniz::term total = power();
        for (;;) {
            if (take("*")) total = total * power();
            else if (take("/")) total = total / power();
            else return total;
        }
    }
    leibniz::term power() {
        leibniz::term const base = atom();
        return take("^") ? pow(base, atom()) : base;
    }
    leibniz::term atom() {
        if (take("(")) return closed(sum());
        std::size_t end = 0;
        while (end < text_.size() && (leibniz::detail::is_letter(text_[end]) || leibniz::detail::is_digit(text_[end]))) ++end;
        if (end == 0) throw std::invalid_argument("cannot be read from here: " + std::string(text_));
        std::string_view const name = text_.substr(0, end);
        text_.remove_prefix(end);
        if (leibniz::detail::is_digit(name[0])) return {graph_, graph_.number(std::stoll(std::string(name)))};
        if (!take("(")) return {graph_, graph_.symbol(name)};
        int operands[leibniz::most_arguments] = {sum().index()};
        for (int k = 1; take(", "); ++k) operands[k] = sum().index();
        closed({graph_, operands[0]});
        return {graph_, graph_.call(*functions_.at(name), operands)};
    }
    leibniz::term closed(leibniz::term inside) {
        if (!take(")")) throw std::invalid_argument("no ) here: " + std::string(text_));
        return inside;
    }

    leibniz::graph& graph_;
    std::string_view text_;
    std::map<std::string_view, leibniz::function const*> functions_;
};
