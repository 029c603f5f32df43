// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>
#include <optional>

namespace lectern
{

/// Why a question went wrong, as the learner sees it.
enum class ErrorType { DidNotKnow, Misread, Reasoning, Time, Slip, BadQuestion };

inline constexpr int longestRule = 200; ///< characters

/// What the learner made of a question they missed.
struct Miss {
    QString pack;
    QString item;
    std::optional<ErrorType> error;
    QString rule;               ///< their own, in one line
    bool siblingQueued = false; ///< it comes back as if it had been missed today
    qint64 utcMs = 0;           ///< when that was said

    bool operator==(const Miss &) const = default;
};

QString word(ErrorType error);
std::optional<ErrorType> errorTypeFromWord(QStringView word);

} // namespace lectern
