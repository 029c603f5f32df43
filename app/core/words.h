// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <array>
#include <optional>

namespace lectern
{

/// One row of a table that pairs an enumerator with the word it has in packs, in the database and in exports.
template<typename E>
struct Word {
    E value;
    QStringView word;
};

template<typename E, std::size_t N>
QString wordOf(const std::array<Word<E>, N> &table, E value)
{
    for (const Word<E> &row : table) {
        if (row.value == value)
            return row.word.toString();
    }
    return {};
}

template<typename E, std::size_t N>
std::optional<E> valueOf(const std::array<Word<E>, N> &table, QStringView text)
{
    for (const Word<E> &row : table) {
        if (row.word == text)
            return row.value;
    }
    return std::nullopt;
}

} // namespace lectern
