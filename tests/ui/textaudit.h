// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

class QWidget;

namespace lectern
{
class Workspace;
}

namespace lectern::test
{

/// Looks for what would trouble a reader in another language or with large text in a window, dialog or menu as it
/// stands: each function returns one line per finding.
class TextAudit
{
public:
    /// Learns what is data: the pack's and the profile's words are the same in every language.
    void learn(Workspace &workspace);

    /// Under the pseudo-locale: texts, names, descriptions, tool tips and titles that did not come from a translation.
    QStringList untranslated(QWidget &shown) const;
    /// Under the pseudo-locale: painted text that is not where a mirrored layout has it.
    static QStringList unmirrored(QWidget &shown);
    /// Text that is painted beyond its widget, and text cut short that can be read in full nowhere.
    static QStringList cut(QWidget &shown);
    /// Parts that scroll sideways, other than code and the calendar.
    static QStringList sideways(QWidget &shown);

    int seen() const { return m_seen; } ///< texts looked at so far

private:
    bool translated(QString text) const;
    void learnValue(const QString &value);

    QSet<QString> m_values;
    QString m_packed; ///< the same without spaces, for text that is painted in pieces
    QString m_prose;  ///< all values one after another, for lines of wrapped text
    QRegularExpression m_localeWords;
    mutable int m_seen = 0;
};

} // namespace lectern::test
