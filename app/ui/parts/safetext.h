// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <QTextDocument>

namespace lectern
{

class Theme;
struct Tokens;

/// A document for text by strangers: Markdown without HTML, no image, file or network is ever loaded.
class SafeDocument : public QTextDocument
{
    Q_OBJECT
public:
    using QTextDocument::QTextDocument;
    void setSafeMarkdown(const QString &markdown);
    /// Fonts, code colours and line height of `theme`; to be called after the text was set.
    void dress(const Theme &theme);
    /// The same for what is not on screen: `cellPadding` in pixels at 96 dpi, `lineHeight` in percent of the font's.
    struct Look {
        QStringList codeFamilies;
        const Tokens &tokens;
        double cellPadding = 0;
        int lineHeight = 100;
    };
    void dress(const Look &look);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
};

/// A read-only view of such text that is as high as its contents and can be read by keyboard and screen reader. Links
/// are not followed but signalled.
class SafeText : public QTextBrowser
{
    Q_OBJECT
public:
    explicit SafeText(const Theme &theme, QWidget *parent = nullptr);

    void setSafeMarkdown(const QString &markdown);
    void setSafePlainText(const QString &text);
    void setZoom(int percent); ///< of the reading size
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void linkActivated(const QString &url); ///< http and https only

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void render();

    const Theme &m_theme;
    SafeDocument *m_document;
    QString m_source;
    bool m_markdown = false;
    int m_zoom = 100;
    mutable QHash<int, int> m_heights; ///< by width
};

/// Inline Markdown (code spans, emphasis) to safe rich text for a QLabel: everything else is escaped.
QString inlineRichText(const QString &markdown, const Theme &theme);
QString inlineRichText(const QString &markdown, const QString &codeFamily);

} // namespace lectern
