#include <leibniz/backpropagation.hpp>
#include <leibniz/notebook.hpp>
#include <leibniz/page.hpp>
#include <leibniz/parse.hpp>
#include <leibniz/parse/model_notation.hpp>

#include <iostream>

/// As the kernel has it: a default for every type, and a call that finds others by their argument.
namespace kernel {

template <class T>
nlohmann::json mime_bundle_repr(T const&) {
    return {{"text/plain", "no formula"}};
}
template <class T>
nlohmann::json shown(T const& value) {
    using kernel::mime_bundle_repr;
    return mime_bundle_repr(value);
}

}  // namespace kernel

using namespace leibniz;

inline constexpr symbol<"w"> w;
inline constexpr symbol<"x"> x;

int main() {
    constexpr auto loss = pow<2>(w*x - 1_c);
    auto const right = [](char const* what, bool holds) {
        if (!holds) std::cerr << what << '\n';
        return holds;
    };
    nlohmann::json const slope = kernel::shown(diff(loss, w)), both = kernel::shown(gradient(loss, wrt(w, x))), read = kernel::shown(parse("a*x^2"));
    nlohmann::json const page = kernel::shown(written_out(backpropagation(loss, wrt(w))(w = 1.0, x = 2.0)));
    return right("expression", slope == nlohmann::json{{"text/plain", "2*x*(w*x - 1)"},
                                                       {"text/latex", "$$2\\,x\\,(w\\,x - 1)$$"},
                                                       {"text/html", std::string(mathml(diff(loss, w)))}})
                   && right("gradient", both["text/plain"] == std::string(text(shared(gradient(loss, wrt(w, x))))) && both["text/html"].get<std::string>().starts_with("<math"))
                   && right("run time", read["text/plain"] == "a*x^2" && read["text/latex"] == "$$a\\,x^{2}$$")
                   && right("document", page["text/html"].get<std::string>().find("<math") != std::string::npos && page.contains("text/markdown"))
                   && right("other", kernel::shown(3)["text/plain"] == "no formula")
               ? 0
               : 1;
}
