// SPDX-License-Identifier: GPL-3.0-or-later
#include "miss.h"

#include "words.h"

namespace lectern
{

namespace
{

constexpr std::array errorTypes{
    Word<ErrorType>{ErrorType::DidNotKnow, u"did-not-know"},
    Word<ErrorType>{ErrorType::Misread, u"misread"},
    Word<ErrorType>{ErrorType::Reasoning, u"reasoning"},
    Word<ErrorType>{ErrorType::Time, u"time"},
    Word<ErrorType>{ErrorType::Slip, u"slip"},
    Word<ErrorType>{ErrorType::BadQuestion, u"bad-question"},
};

} // namespace

QString word(ErrorType error)
{
    return wordOf(errorTypes, error);
}

std::optional<ErrorType> errorTypeFromWord(QStringView text)
{
    return valueOf(errorTypes, text);
}

} // namespace lectern
