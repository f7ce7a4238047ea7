#pragma once

#include <leibniz/calculus/bundle.hpp>
#include <leibniz/evaluate/schedule.hpp>
#include <leibniz/evaluate/compiled.hpp>
#include <leibniz/language/text_view.hpp>
#include <leibniz/notation/string_builder.hpp>
#include <leibniz/notation/identifiers.hpp>
#include <leibniz/notation/static_text.hpp>
#include <leibniz/notation/names.hpp>

namespace leibniz::inline v0_1 {

namespace detail {

/// Names for C: no keyword of C or C++, no function of <math.h>.
struct c_names {
    static constexpr void name(buffer<char>& out, text_view symbol, bool literally) {
        int const first = out.size();
        put_identifier(out, symbol, false);
        if (!literally) return;
        text_view const made{out.begin() + first, static_cast<std::size_t>(out.size() - first)};
        if (!begins_badly(made)) return out.push('_');
        out.truncate(first);
        put(out, "s"), put_identifier(out, symbol, false);
    }
    static constexpr bool begins_badly(text_view name) { return name[0] == '_' || begins_as_helper(name) || begins_as_macro(name); }
    static constexpr bool begins_as_helper(text_view name) { return name.substr(0, 8) == "leibniz_"; }
    static constexpr bool begins_as_macro(text_view name) {  // of <math.h>: M_PI, FP_NAN, HUGE_VALF
        return name.substr(0, 2) == "M_" || name.substr(0, 3) == "FP_" || name.substr(0, 4) == "HUGE";
    }
    static constexpr bool reserved(text_view name) {
        if (begins_badly(name)) return true;
        // clang-format off
        return among(
            "alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t char32_t class compl concept const "
            "consteval constexpr constinit const_cast continue co_await co_return co_yield decltype default delete do double dynamic_cast else "
            "enum explicit export extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq nullptr "
            "operator or or_eq private protected public register reinterpret_cast requires restrict return short signed sizeof static "
            "static_assert static_cast struct switch template this thread_local throw true try typedef typeid typename typeof union unsigned using "
            "virtual void volatile wchar_t while xor xor_eq linux unix i386 main out I complex imaginary errno EOF stdin stdout stderr assert "
            "acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh drem erf erfc exp exp2 exp10 expm1 fabs fdim finite floor fma fmax "
            "fmin fmod frexp gamma gamma_r hypot ilogb isfinite isgreater isgreaterequal isinf isless islessequal islessgreater isnan "
            "isnormal isunordered j0 j1 jn ldexp lgamma lgamma_r llrint llround log log10 log1p log2 logb logl lrint lround modf nan "
            "nearbyint nextafter nexttoward pow pow10 powl remainder remquo rint round scalb scalbln scalbn signbit significand signgam sin "
            "sincos sinh sqrt tan tanh tanl tgamma trunc y0 y1 yn HUGE_VAL INFINITY MATH_ERRNO NAN NULL DOMAIN SING OVERFLOW UNDERFLOW PLOSS TLOSS X_TLOSS MAXFLOAT", name);
        // clang-format on
    }
};

/// A view of a program, wherever it is stored.
struct program_view {
    instruction const* code;
    variable_name const* variables;
    int const* roots;
    int size, variable_count, root_count;
};
template <class Program>
constexpr program_view seen_program(Program const& p) {
    return {p.code, p.variables, p.roots, p.size, p.variable_count, p.root_count};
}
constexpr program_view seen_program(program const& p) {
    return {p.code.begin(), p.variables.begin(), p.roots.begin(), p.code.size(), p.variables.size(), p.roots.size()};
}

/// Writes a program as a function that is both C99 and C++.
class c_writer {
public:
    constexpr c_writer(program_view of, text_view name, bool single)
        : of_(of), single_(single), uses_(of.size, 0), text_(of.size), strength_(of.size, atom) {
        count_uses();
        for (int i = 0; i < of.size; ++i)
            if (uses_[i] > 0 && of.code[i].op == opcode::call && !is_definition(*of.code[i].fn)) names_.take(of.code[i].fn->name);
        for (int v = 0; v < of.variable_count; ++v) names_.add(of.variables[v].name);
        choose_letter();
        put(out_, "#include <math.h>\n");
        helpers();
        signature(name);
        for (int i = 0; i < of.size; ++i)
            if (uses_[i] > 0) write(i);
        for (int r = 0; r < of.root_count; ++r) {
            put(out_, "    ");
            if (single_) put(out_, "return ");
            else put(out_, "out["), put_number(out_, r), put(out_, "] = ");
            put(out_, text_[of.roots[r]]);
            put(out_, ";\n");
        }
        put(out_, "}\n");
    }
    constexpr buffer<char> const& result() const { return out_; }

private:
    enum strength : char { sum, product, atom };  // how tightly the text of a value holds together

    constexpr void count_uses() {
        for (int r = 0; r < of_.root_count; ++r) ++uses_[of_.roots[r]];
        for (int i = of_.size - 1; i >= 0; --i) {
            instruction const& step = of_.code[i];
            if (uses_[i] == 0 || !computes(step)) continue;
            int const operands[] = {step.a, step.b, step.c};
            for (int k = 0; k < used_operands(step); ++k) ++uses_[operands[k]];
        }
    }

    /// The prefix of temporaries: t, unless a symbol is called t0, t1, ...
    constexpr void choose_letter() {
        for (char letter : text_view("tuvsrqpkhgfedcba")) {
            bool taken = false;
            for (int v = 0; v < of_.variable_count; ++v) {
                text_view const name = names_[v];
                taken = taken || (name.size() > 1 && name[0] == letter && is_digit(name[1]));
            }
            letter_ = letter;
            if (!taken) return;
        }
        letter_ = '\0';
    }
    constexpr void put_temporary(buffer<char>& out, int number) const {
        if (letter_ == '\0') put(out, "leibniz_t");
        else out.push(letter_);
        put_number(out, number);
    }

    /// Defines the functions that C lacks, each once, in the order of their use; guarded, so that a file may hold several outputs.
    constexpr void helpers() {
        buffer<function const*> done;
        auto const define = [&](auto const& self, function const& fn) -> void {
            for (function const* f : done)
                if (*f == fn) return;
            done.push(&fn);
            if (fn.elsewhere->called_in_c) self(self, *fn.elsewhere->called_in_c);
            if (!is_definition(fn)) {
                bool const named = !fn.elsewhere->c99.empty();
                if (!named && !c_names::reserved(fn.name)) declare(fn);
                return;
            }
            put(out_, "\n#ifndef "), put_function(out_, fn), put(out_, "_defined\n#define "), put_function(out_, fn);
            put(out_, "_defined\nstatic double leibniz_"), put(out_, fn.elsewhere->c99), put(out_, "\n#endif\n");
        };
        for (int i = 0; i < of_.size; ++i) {
            if (uses_[i] == 0 || of_.code[i].op != opcode::call) continue;
            define(define, *of_.code[i].fn);
        }
    }
    /// True for functions that neither <math.h> nor their block defines: the user of the code supplies them.
    constexpr void declare(function const& fn) {
        put(out_, "\ndouble "), put(out_, fn.name), put(out_, "(");
        for (int k = 0; k < fn.arity; ++k) put(out_, k > 0 ? ", double" : "double");
        put(out_, fn.arity == 0 ? "void);\n" : ");\n");
    }
    static constexpr bool is_definition(function const& fn) { return fn.elsewhere->c99.find('(') != text_view::npos; }
    static constexpr void put_function(buffer<char>& out, function const& fn) {
        if (is_definition(fn)) put(out, "leibniz_"), put(out, fn.elsewhere->c99.substr(0, fn.elsewhere->c99.find('(')));
        else if (!fn.elsewhere->c99.empty()) put(out, fn.elsewhere->c99);
        else put(out, fn.name);
    }

    constexpr void signature(text_view name) {
        put(out_, single_ ? "\ndouble " : "\nvoid ");
        put(out_, name), put(out_, "(");
        buffer<int> order;
        for (int v = 0; v < of_.variable_count; ++v) order.push(v);
        sort(order.begin(), order.size(),
             [this](int a, int b) { return compare_names(of_.variables[a].name, of_.variables[b].name) < 0; });
        for (int k = 0; k < order.size(); ++k) {
            if (k > 0) put(out_, ", ");
            put(out_, "double "), put(out_, names_[order[k]]);
        }
        if (!single_) put(out_, of_.variable_count > 0 ? ", double *out" : "double *out");
        else if (of_.variable_count == 0) put(out_, "void");
        put(out_, ") {\n");
    }

    /// Writes an operand, in parentheses if an operator of strength `at_least` would break it apart, or if it begins with a sign
    /// behind an operator.
    constexpr void operand(buffer<char>& out, int i, strength at_least, bool behind = false) const {
        characters const& text = text_[i];
        bool const enclosed = strength_[i] < at_least || (behind && text.view()[0] == '-');
        if (enclosed) put(out, "(");
        put(out, text);
        if (enclosed) put(out, ")");
    }
    constexpr void infix(buffer<char>& out, instruction const& step, text_view op, strength left, strength right) const {
        operand(out, step.a, left);
        put(out, op);
        operand(out, step.b, right, true);
    }

    /// 3.0, 3.0/7.0, 0.0123456789, 6.62607015e-34
    static constexpr strength constant(buffer<char>& out, rational r) {
        detail::written_quotient const written(r);
        if (r.is_negative()) put(out, "-");
        put_decimal(out, written.above);
        if (written.above.is_integer()) put(out, ".0");
        if (written.below.is_one()) return r.is_negative() ? product : atom;
        put(out, "/"), put_decimal(out, written.below);
        if (written.below.is_integer()) put(out, ".0");
        return product;
    }

    constexpr void write(int i) {
        instruction const& step = of_.code[i];
        buffer<char> out;
        strength held = atom;
        switch (step.op) {
            case opcode::input: put(out, names_[step.a]); break;
            case opcode::constant: held = constant(out, rational::unpacked(step.n, step.d)); break;
            case opcode::add: infix(out, step, " + ", sum, product), held = sum; break;
            case opcode::subtract: infix(out, step, " - ", sum, product), held = sum; break;
            case opcode::multiply: infix(out, step, "*", product, atom), held = product; break;
            case opcode::divide: infix(out, step, "/", product, atom), held = product; break;
            case opcode::negate: put(out, "-"), operand(out, step.a, atom, true), held = product; break;
            case opcode::reduce: text_[i] = text_[step.a], strength_[i] = strength_[step.a]; return;  // of one row
            case opcode::call:
                put_function(out, *step.fn), put(out, "(");
                for (int k = 0; k < step.fn->arity; ++k) {
                    if (k > 0) put(out, ", ");
                    put(out, text_[k == 0 ? step.a : k == 1 ? step.b : step.c]);
                }
                put(out, ")");
                break;
        }
        if (computes(step) && (uses_[i] > 1 || out.size() > 100)) {
            put(out_, "    double const ");
            put_temporary(out_, temporaries_);
            put(out_, " = "), put(out_, {out.begin(), static_cast<std::size_t>(out.size())}), put(out_, ";\n");
            out.clear();
            put_temporary(out, temporaries_++);
            held = atom;
        }
        text_[i] = characters(static_cast<buffer<char>&&>(out));
        strength_[i] = held;
    }

    program_view of_;
    bool single_;
    buffer<int> uses_;
    buffer<characters> text_;
    buffer<strength> strength_;
    written_names<c_names> names_;
    char letter_ = 't';
    int temporaries_ = 0;
    buffer<char> out_;
};

constexpr bool is_c_name(text_view name) {
    for (char c : name)
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    return is_identifier(name) && !c_names::reserved(name);
}

template <class E, name Name>
struct c_function {
    static constexpr int guess = 24 * canonical<E>.node_count + 600;
    static constexpr bool is_usual = is_small(canonical<E>, 1200);
    static constexpr program_view shown = seen_program(compiled<E>::value);
    static constexpr buffer<char> written(program_view of) { return c_writer(of, Name.view(), expression<E>).result(); }
};

}  // namespace detail

/// A complete function that is both C99 and C++, with its helper functions: `double f(double w, ...)` for an expression,
/// `void f(double w, ..., double *out)` for a gradient or outputs, with results in out[0], out[1], ... The template argument is
/// its name, `f` by default. Parameters are in the order of the symbols' names, w2 before w10. It computes what `evaluate` does
/// with doubles, step by step: the same bits with the same libm, -ffp-contract=off and -fno-builtin (digamma and polygamma to
/// 1e-14); a compiler may round expm1(1.0) by itself. A
/// reduction is that of one row. Refuses names that are no identifiers of C, and what `text` refuses.
///
///     assert(c_code<"slope">(2_c*w).find("double slope(double w)") != text_view::npos);
template <name Name = "f", class E>
    requires(expression<E> || bundle<E>)
constexpr text_view c_code(E) {
    static_assert(detail::is_c_name(Name.view()), "c_code: C has no function of this name; write c_code<\"f\">(e)");
    return detail::static_text<E, detail::c_function<E, Name>>();
}

}  // namespace leibniz::inline v0_1
