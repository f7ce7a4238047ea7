// Reads the report of bench/run/run and draws how Leibniz compares with the best kernel by hand, over the number of rows: a diagram for
// each set of flags, a line for each workload. The argument is `double` or `float`.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct point {
    double rows, ratio;
};
/// Ratios by flags, in the order of the report, and workload: W1, W2, ...
struct diagram {
    std::string flags;
    std::map<std::string, std::vector<point>> lines;
};

std::vector<std::string> cells(std::string const& line) {
    std::vector<std::string> result;
    std::istringstream in(line.substr(1));
    for (std::string cell; std::getline(in, cell, '|');) {
        auto const first = cell.find_first_not_of(' '), last = cell.find_last_not_of(' ');
        result.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
    }
    return result;
}

/// The tables of W1 to W4 that have a column of rows and a last one of ratios to kernels by hand.
std::vector<diagram> read(std::istream& in, bool of_floats) {
    std::vector<diagram> all;
    std::string workload;
    bool in_table = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("## ")) {
            all.push_back({line.substr(4, line.size() - 5), {}});
        } else if (line.starts_with("### ")) {
            in_table = false;
            workload = line.ends_with(", float") == of_floats && line.find("Jacobian") == std::string::npos ? line.substr(4, 2) : "";
        } else if (line.starts_with("|") && !workload.empty() && !all.empty()) {
            auto const entries = cells(line);
            if (entries.front() == "rows") in_table = entries.back() == "÷ by hand";
            else if (in_table && entries.front().find_first_not_of("0123456789") == std::string::npos)
                all.back().lines[workload].push_back({std::stod(entries.front()), std::stod(entries.back())});
        }
    }
    std::erase_if(all, [](diagram const& d) { return d.lines.empty(); });
    return all;
}

constexpr int width = 300, height = 300, left = 44, right = 36, top = 58, bottom = 46;

constexpr char const* style = R"(<style>
text { font: 12px system-ui, sans-serif; fill: #24292f; }
.title { font-weight: 600; } .flags { font: 12px ui-monospace, monospace; }
.grid { stroke: #d0d7de; } .axis { stroke: #57606a; } .one { stroke: #57606a; stroke-dasharray: 5 4; }
.line { fill: none; stroke-width: 2.2; stroke-linejoin: round; }
.k1 { stroke: #0969da; fill: #0969da; } .k2 { stroke: #bc4c00; fill: #bc4c00; } .k3 { stroke: #1a7f37; fill: #1a7f37; } .k4 { stroke: #8250df; fill: #8250df; }
.line.k1, .line.k2, .line.k3, .line.k4 { fill: none; } text.k1, text.k2, text.k3, text.k4 { stroke: none; font-weight: 600; }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; } .grid { stroke: #30363d; } .axis, .one { stroke: #9198a1; }
.k1 { stroke: #58a6ff; fill: #58a6ff; } .k2 { stroke: #f0883e; fill: #f0883e; } .k3 { stroke: #3fb950; fill: #3fb950; } .k4 { stroke: #bc8cff; fill: #bc8cff; }
}
</style>
)";

void draw(diagram const& d, int at, double low_rows, double high_rows, double most) {
    auto const x = [&](double rows) { return at + left + (width - left - right) * std::log(rows / low_rows) / std::log(high_rows / low_rows); };
    auto const y = [&](double ratio) { return height - bottom - (height - top - bottom) * std::log2(ratio / 0.5) / std::log2(most / 0.5); };
    std::printf("<text class=\"flags\" x=\"%d\" y=\"46\">%s</text>\n", at + left, d.flags.c_str());
    for (double ratio = 0.5; ratio <= most; ratio *= 2) {
        std::printf("<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>\n", ratio == 1 ? "one" : "grid", at + left, at + width - right, y(ratio), y(ratio));
        std::printf("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%g</text>\n", at + left - 7, y(ratio) + 4, ratio);
    }
    for (double rows = low_rows; rows <= high_rows * 1.001; rows *= 10) {
        std::printf("<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>\n", x(rows), x(rows), top, height - bottom);
        std::printf("<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">10<tspan dy=\"-5\" font-size=\"9\">%.0f</tspan></text>\n", x(rows), height - bottom + 18, std::log10(rows));
    }
    std::printf("<path class=\"axis\" fill=\"none\" d=\"M%d %d V%d H%d\"/>\n", at + left, top, height - bottom, at + width - right);
    std::printf("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">rows</text>\n", at + left + (width - left - right) / 2, height - 10);
    struct label {
        double y;
        std::string name;
    };
    std::vector<label> labels;
    for (auto const& [name, points] : d.lines) {
        std::printf("<path class=\"line k%c\" d=\"", name[1]);
        for (std::size_t k = 0; k < points.size(); ++k) std::printf("%c%.1f %.1f", k == 0 ? 'M' : 'L', x(points[k].rows), y(std::clamp(points[k].ratio, 0.5, most)));
        std::printf("\"/>\n");
        for (point const& p : points) std::printf("<circle class=\"k%c\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.6\"/>\n", name[1], x(p.rows), y(std::clamp(p.ratio, 0.5, most)));
        labels.push_back({y(points.back().ratio), name});
    }
    std::sort(labels.begin(), labels.end(), [](label const& a, label const& b) { return a.y < b.y; });
    for (std::size_t k = 1; k < labels.size(); ++k) labels[k].y = std::max(labels[k].y, labels[k - 1].y + 13);
    for (label const& each : labels)
        std::printf("<text class=\"k%c\" x=\"%d\" y=\"%.1f\">%s</text>\n", each.name[1], at + width - right + 6, each.y + 4, each.name.c_str());
}

}  // namespace

int main(int count, char** arguments) {
    std::string const number = count > 1 ? arguments[1] : "double";
    auto const all = read(std::cin, number == "float");
    double low_rows = 1e300, high_rows = 0, most = 2;
    for (diagram const& d : all)
        for (auto const& [name, points] : d.lines)
            for (point const& p : points) {
                low_rows = std::min(low_rows, p.rows), high_rows = std::max(high_rows, p.rows);
                while (most < p.ratio) most *= 2;
            }
    if (all.empty() || !(low_rows < high_rows)) {
        std::fprintf(stderr, "plot: the report has no table of W1 to W4 with rows and a ratio to kernels by hand\n");
        return 1;
    }
    int const across = width * static_cast<int>(all.size());
    std::printf("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">\n", across, height, across, height);
    std::printf("<title>Time of Leibniz divided by that of the best kernel by hand, %s</title>\n%s", number.c_str(), style);
    std::printf("<text class=\"title\" x=\"%d\" y=\"20\">Value and gradient over columns of %s: time of Leibniz ÷ time of the best kernel by hand</text>\n", left, number.c_str());
    for (std::size_t k = 0; k < all.size(); ++k) draw(all[k], static_cast<int>(k) * width, low_rows, high_rows, most);
    std::printf("</svg>\n");
}
