#pragma once

#include "sections.hpp"

#include <leibniz/export/c_code.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace page {

/// A name as an identifier of C++: θ is one there, `new` is none.
inline std::string identifier(std::string const& name) {
    bool const ascii = std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii && !leibniz::detail::is_c_name(name) ? name + "_" : name;
}

/// A number as a literal of double.
inline std::string literal(double value) {
    std::string const digits(std::string_view(leibniz::number_text(value)));
    return digits.find_first_of(".e") == std::string::npos ? digits + ".0" : digits;
}

/// A program that derives while it compiles.
inline std::string cpp_program(question const& asked, model const& m, std::vector<std::string> const& by, point const& at) {
    std::string all = "#include <leibniz/leibniz.hpp>\n\n#include <iostream>\n\nint main() {\n    using namespace leibniz;\n", wanted, bindings;
    for (std::string const& name : names_in(m))
        all += "    constexpr symbol<\"" + name + "\"> " + identifier(name) + ";\n";
    for (std::string const& name : by) wanted += (wanted.empty() ? "" : ", ") + identifier(name);
    for (auto const& b : at)
        if (leibniz::detail::variable_in(outputs(m, gradient(m, by)).finished().in, b.name) >= 0)
            bindings += ", " + identifier(std::string(b.name)) + " = " + literal(b.value);
    std::string formula;
    for (char c : asked["formula"]) formula += c == '\n' ? "\\n" : c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return all + "    constexpr auto f = formula<\"" + formula + "\">;\n    constexpr auto slopes = gradient(f, wrt(" + wanted +
           "));\n    std::cout << text(f) << '\\n' << slopes << '\\n'\n              << evaluate(slopes" + bindings + ") << '\\n';\n}\n";
}

/// A function of NumPy's arrays.
inline std::string numpy_function(model const& m, model const& all) {
    auto const lines = leibniz::shared_model(all, true).lines<leibniz::python_style>();
    std::string parameters, body, results;
    for (std::string const& name : names_in(m))
        parameters += (parameters.empty() ? "" : ", ") + python(leibniz::parse(name));
    std::size_t const parts = lines.size() - static_cast<std::size_t>(all.size());
    for (std::size_t k = 0; k < lines.size(); ++k)
        if (k < parts) body += "    " + lines[k].name + " = " + lines[k].formula + "\n";
        else results += "        " + lines[k].formula + ",  # " + lines[k].name + "\n";
    std::string const code = body + "    return (\n" + results + "    )\n";
    return std::string("import numpy as np\n") + (code.find("special.") == std::string::npos ? "" : "from scipy import special\n") + "\n\ndef model(" +
           parameters + "):\n" + code;
}

/// Code to take away: C++, C and NumPy.
inline document code(question const& asked, model const& m, std::vector<std::string> const& by, point const& at) {
    model const all = outputs(m, gradient(m, by));
    document d;
    auto const add = [&](char const* title, auto const& write) {
        d.heading(3, title);
        try {
            d.code(leibniz::text_view(write()));
        } catch (std::invalid_argument const& error) { d.paragraph(leibniz::text_view(std::string_view(error.what()))); }
    };
    add("C++, with Leibniz", [&] { return cpp_program(asked, m, by, at); });
    add("C", [&] {
        std::string results;
        for (int k = 0; k < all.size(); ++k) results += (k > 0 ? ", out[" : "/* out[") + std::to_string(k) + "] is " + all.name(k);
        return results + " */\n" + c_code(all, "model");
    });
    add("Python, with NumPy", [&] { return numpy_function(m, all); });
    return d;
}

}  // namespace page
