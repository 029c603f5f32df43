// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>
#include <QTextLayout>
#include <memory>

class QLabel;
class QTextEdit;
class QToolButton;

namespace lectern
{

class Theme;

/// Highlighted, read-only code with line numbers, wrap, zoom (100-300 %) and copy. The only place that knows
/// KSyntaxHighlighting; without it, or with LECTERN_PLAIN_CODE=1 in the environment, code is plain text.
class CodeView : public QFrame
{
    Q_OBJECT
public:
    explicit CodeView(const Theme &theme, QWidget *parent = nullptr);
    ~CodeView() override;

    void setCode(const QString &language, const QString &text);
    void setZoom(int percent);
    int zoom() const;
    void setWrap(bool wrap);
    /// Its zoom is that of the whole page, which has the keys for it then.
    void leadZoom();
    void zoomBy(int steps);   ///< as its buttons do
    QTextEdit *text() const;  ///< as displayed; read only
    bool highlighted() const; ///< false in plain mode
    static bool highlightingAvailable();

    /// What each line of a code looks like on paper: told by weight, slope, underline and grey, never by colour. None
    /// for a line without anything to tell, and for all in plain mode.
    static QList<QList<QTextLayout::FormatRange>> paperFormats(const QString &language, const QString &text);

Q_SIGNALS:
    void zoomChanged(int percent);
    void wrapChanged(bool wrap);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace lectern
