#pragma once

#include <leibniz/eigen/workspace.hpp>

namespace leibniz::inline v0_1 {

/// Finds a place in the memory of a workspace for all that the caller does not give, once for each set of sizes.
template <class T>
void workspace<T>::measure() {
    measured_ = false;
    block_ = block_of(code_->places);
    index all = 0, exchanges = 0;
    auto const reserve = [&all](index count) {
        index const first = all;
        all += (count + 15) / 16 * 16;
        return first;
    };
    buffers_.resize(static_cast<std::size_t>(code_->buffer_count));
    for (std::size_t k = 0; k < buffers_.size(); ++k) buffers_[k] = reserve(entries(code_->buffers[k]));
    factors_.resize(static_cast<std::size_t>(code_->factorization_count));
    first_exchange_.resize(factors_.size());
    for (std::size_t k = 0; k < factors_.size(); ++k) {
        factors_[k] = reserve(entries(code_->factorizations[k]));
        first_exchange_[k] = exchanges;
        exchanges += size(code_->factorizations[k].rows);
    }
    index const map_first = reserve(code_->places * block_);
    // Room for all copies and results: what is not used is never touched.
    own_results_.resize(static_cast<std::size_t>(code_->result_count));
    for (std::size_t r = 0; r < own_results_.size(); ++r) own_results_[r] = reserve(entries(code_->results[r].shape));
    copies_.resize(static_cast<std::size_t>(code_->variable_count));
    for (std::size_t v = 0; v < copies_.size(); ++v) copies_[v] = reserve(entries(code_->variable_shapes[v]));
    if (memory_.size() < all) memory_.resize(all);
    if (static_cast<index>(exchanges_.size()) < exchanges) exchanges_.resize(static_cast<std::size_t>(exchanges));
    if (static_cast<int>(pointers_.size()) < code_->longest_map) pointers_.resize(static_cast<std::size_t>(code_->longest_map));
    numbers_.resize(copies_.size());
    results_.resize(own_results_.size());
    for (int r = 0; r < code_->result_count; ++r) results_[static_cast<std::size_t>(r)] = {nullptr, rows_of_result(r), columns_of_result(r)};
    map_memory_ = memory_.data() + map_first;
    at_.resize(static_cast<std::size_t>(code_->slot_count));
    for (int k = 0; k < code_->slot_count; ++k) {
        detail::matrix_slot const& slot = code_->slots[k];
        index const rows = size(slot.shape.rows);
        T* const data = slot.buffer < 0 ? nullptr : memory_.data() + buffers_[static_cast<std::size_t>(slot.buffer)];
        at_[static_cast<std::size_t>(k)] = {data, rows, size(slot.shape.columns), rows, false, false};
    }
    if (static_cast<int>(steps_.size()) < code_->step_count) steps_.resize(static_cast<std::size_t>(code_->step_count));
    laid_out_ = sizes_;
    sized_ = false;
    measured_ = true;
}

}  // namespace leibniz::inline v0_1
