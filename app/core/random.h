// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QtGlobal>

#include <utility>

namespace lectern
{

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same numbers with every compiler and library, which
/// std::shuffle and the standard distributions do not promise.
class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }

    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    /// Uniform in [0, bound), without modulo bias; bound must be positive.
    int below(int bound)
    {
        const quint64 range = static_cast<quint64>(bound);
        const quint64 limit = ~0ULL - (~0ULL % range + 1) % range;
        quint64 value = next();
        while (value > limit)
            value = next();
        return static_cast<int>(value % range);
    }

    template<typename T>
    void shuffle(QList<T> &list)
    {
        for (qsizetype i = list.size() - 1; i > 0; --i)
            std::swap(list[i], list[below(static_cast<int>(i) + 1)]);
    }

private:
    quint64 m_state;
};

} // namespace lectern
