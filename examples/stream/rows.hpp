#pragma once

#include <Eigen/Core>

namespace stream {

using column = Eigen::Map<Eigen::ArrayXd const>;

/// Some rows of the two columns, where they lie until the source is asked for more.
struct rows {
    double const* xs = nullptr;
    double const* ys = nullptr;
    Eigen::Index count = 0;

    [[nodiscard]] column x() const { return {xs, count}; }
    [[nodiscard]] column y() const { return {ys, count}; }
};

/// Rows by the chunk; one without rows is the end.
class source {
public:
    source() = default;
    source(source const&) = delete;
    source& operator=(source const&) = delete;
    virtual ~source() = default;
    virtual rows next() = 0;
    /// How much of it has been handed out, from 0 to 1; below 0 where nobody knows.
    [[nodiscard]] virtual double share() const { return -1; }
};

/// How many rows are held at a time, whatever the length of the data: half a megabyte of them.
inline constexpr Eigen::Index chunk_rows = Eigen::Index(1) << 15;

}  // namespace stream
