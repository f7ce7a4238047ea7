#pragma once

#include <leibniz/backpropagation/calculus_notation.hpp>
#include <leibniz/backpropagation/matrix_lines.hpp>

// Matrices and adjoints in the styles of documents.

namespace leibniz::inline v0_1::detail {

template <>
struct matrix_notation<unicode_style> : matrix_notation<text_style> {
    static void adjoint(buffer<char>& out, text_view name) {
        if (!is_plain(name)) return matrix_notation<text_style>::adjoint(out, name);
        out.push(name[0]), put(out, "\u0304");
        for (char digit : name.substr(1)) put_code_point(out, lowered(digit));
    }
    static constexpr text_view by = " × ";
};

template <>
struct matrix_notation<latex_style> {
    static void adjoint(buffer<char>& out, text_view name) {
        if (!is_plain(name)) return put(out, "\\overline{"), latex_style::name(out, name, false), put(out, "}");
        put(out, "\\bar{"), out.push(name[0]), put(out, "}");
        if (name.size() > 1) put(out, "_{"), put(out, name.substr(1)), put(out, "}");
    }
    static constexpr text_view matrix = "\\begin{pmatrix}", row = " \\\\ ", entry = " & ", matrix_end = "\\end{pmatrix}", by = " \\times ",
                               without_value = "\\text{no value: the matrix is singular}";
};

template <>
struct matrix_notation<mathml_style> {
    static void adjoint(buffer<char>& out, text_view name) {
        bool const plain = is_plain(name), has_digits = plain && name.size() > 1;
        if (has_digits) put(out, "<msub>");
        put(out, "<mover><mrow>"), mathml_style::name(out, plain ? name.substr(0, 1) : name, false), put(out, "</mrow><mo>¯</mo></mover>");
        if (has_digits) put(out, "<mn>"), put(out, name.substr(1)), put(out, "</mn></msub>");
    }
    static constexpr text_view matrix = "<mrow><mo>(</mo><mtable><mtr><mtd>", row = "</mtd></mtr><mtr><mtd>", entry = "</mtd><mtd>",
                               matrix_end = "</mtd></mtr></mtable><mo>)</mo></mrow>", by = "<mo>×</mo>",
                               without_value = "<mtext>no value: the matrix is singular</mtext>";
};

}  // namespace leibniz::inline v0_1::detail
