// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>

namespace lectern
{

/// Every colour of the program; nothing else names one. Contrast figures and use: text reaches 7:1 and marks 3:1 on
/// surface and raised.
struct Tokens {
    QColor surface, raised, sunken, code, line, edge, track, text, muted, accent, onAccent, accentSoft, good, warn, bad;
    std::array<QColor, 9> domain;
    std::array<QColor, 9> domainTint;
    QColor marked; ///< below what a reader has highlighted; only `text` goes on it, underlined
    QColor codeKeyword, codeString, codeFunction, codeNumber, codeComment;
};

/// 0xRRGGBB to an opaque colour.
inline QColor rgb(unsigned value)
{
    return QColor::fromRgb(0xFF000000U | value);
}

inline const Tokens &lightTokens()
{
    static const Tokens tokens{
        .surface = rgb(0xF3F4F6),
        .raised = rgb(0xFFFFFF),
        .sunken = rgb(0xE8EAEE),
        .code = rgb(0xF6F7F9),
        .line = rgb(0xD5D9DF),
        .edge = rgb(0x7C848F),
        .track = rgb(0xDDE0E6),
        .text = rgb(0x1A1D21),
        .muted = rgb(0x474D56),
        .accent = rgb(0x3B37A0),
        .onAccent = rgb(0xFFFFFF),
        .accentSoft = rgb(0xECEBFA),
        .good = rgb(0x0A5530),
        .warn = rgb(0x6B3F00),
        .bad = rgb(0x98121F),
        .domain = {rgb(0xC87600), rgb(0x003F82), rgb(0x006B4A), rgb(0xAE5BA6), rgb(0x1488D8), rgb(0x7E1A00),
            rgb(0x746A12), rgb(0x7F8C87), rgb(0x1D1A20)},
        .domainTint = {rgb(0xF8EFE0), rgb(0xE0E8F0), rgb(0xE0EDE9), rgb(0xF5EBF4), rgb(0xE3F1FA), rgb(0xF0E4E0),
            rgb(0xEEEDE3), rgb(0xF0F1F1), rgb(0xE4E4E4)},
        .marked = rgb(0xFFE58A),
        .codeKeyword = rgb(0x1F4E9C),
        .codeString = rgb(0x0A5530),
        .codeFunction = rgb(0x5B2A86),
        .codeNumber = rgb(0x7A3E00),
        .codeComment = rgb(0x4F555E),
    };
    return tokens;
}

inline const Tokens &darkTokens()
{
    static const Tokens tokens{
        .surface = rgb(0x1B1D21),
        .raised = rgb(0x25282D),
        .sunken = rgb(0x15171A),
        .code = rgb(0x1E2125),
        .line = rgb(0x3A3F47),
        .edge = rgb(0x808894),
        .track = rgb(0x3A3F47),
        .text = rgb(0xF0F1F3),
        .muted = rgb(0xC0C5CD),
        .accent = rgb(0xBDB8FF),
        .onAccent = rgb(0x14151C),
        .accentSoft = rgb(0x2D2D4C),
        .good = rgb(0x86D9A8),
        .warn = rgb(0xF2C063),
        .bad = rgb(0xFFAFA8),
        .domain = {rgb(0xE08E10), rgb(0x3F87DC), rgb(0x46DDA2), rgb(0xB579AA), rgb(0xB6DBFC), rgb(0xE2573F),
            rgb(0xFBD92E), rgb(0x8D918A), rgb(0xFFFAEE)},
        .domainTint = {rgb(0x473A28), rgb(0x2A394C), rgb(0x2B4942), rgb(0x3F3744), rgb(0x3F4852), rgb(0x473030),
            rgb(0x4C482D), rgb(0x383B3E), rgb(0x4C4E50)},
        .marked = rgb(0x574708),
        .codeKeyword = rgb(0x9CC4FF),
        .codeString = rgb(0x8FDDB0),
        .codeFunction = rgb(0xD9B8FF),
        .codeNumber = rgb(0xF2C48A),
        .codeComment = rgb(0xB4BAC2),
    };
    return tokens;
}

/// Black and greys on white, for paper: nothing there may be told by colour.
inline const Tokens &paperTokens()
{
    static const Tokens tokens = [] {
        const QColor black = rgb(0x000000);
        const QColor grey = rgb(0x4A4A4A);
        Tokens t;
        t.surface = t.raised = t.onAccent = rgb(0xFFFFFF);
        t.sunken = t.track = t.accentSoft = t.marked = rgb(0xE6E6E6);
        t.code = rgb(0xF4F4F4);
        t.line = rgb(0xA0A0A0);
        t.edge = rgb(0x7A7A7A);
        t.text = t.accent = t.good = t.warn = t.bad = black;
        t.muted = t.codeComment = grey;
        t.domain.fill(black);
        t.domainTint.fill(t.surface);
        t.codeKeyword = t.codeString = t.codeFunction = t.codeNumber = black;
        return t;
    }();
    return tokens;
}

/// What a pointer leaves on a control: 8 % of the text colour over whatever is below.
inline QColor hovered(const Tokens &tokens)
{
    QColor color = tokens.text;
    color.setAlpha(20);
    return color;
}

/// Spaces between things at 100 % text; scale with Theme::px.
namespace space
{
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
} // namespace space

} // namespace lectern
