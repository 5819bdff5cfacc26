"""A text in Markdown and a page in HTML with everything in them that a reader has to know."""

MARKDOWN = """\
---
title: "Some reports claim"
---
# Plant to close

The minister, [Ana Ruiz](https://example.org/a "t (x)"), [said on *Friday*](https://example.org/x)
that the plant &amp; the harbour  will close.  The paper\\* is sold.[^1] More.[^2]

> The bill is a **disgrace**.
> Critics said so.
>
> We think so.

```
Some reports claim code
```

- Officials said no. `sources said` ![alt sources](y(z).png) End.
- [A note][r] by [him](#here) is <https://a.b/c> here.

| a | sources said |
|---|---|
| 1 | sources said |

<!-- hidden sources -->
Critics said<!-- no --> no.

[r]: http://x.y "t"
[^1]: See https://x.y for sources
    and more

    and more sources.
[^2]: Sources said.

It’s **bold _inner_ text** and a lone * star.
"""
PAGE = """\
<!DOCTYPE html>
<html><head><title>Some reports claim</title><script>var a = "<p>sources said";</script></head>
<body class="nav-open"><header><nav><a href="/">Home</a> Critics say</nav></header>
<div class="teasers"><article><p>Some reports claim teaser.</article></div>
<div id="user-comments"><p>Sources said rubbish and so on.</p></div>
<main class="has-sidebar"><article>
<h1>Plant &amp; harbour</h1><p class="byline">By Ana Ruiz</p>
<p>The minister, <a href="https://example.org/a">Ana
 Ruiz</a>, <a href='#x'>said</a> on&nbsp;Friday that it&rsquo;s the caf&eacute; &lt;b> <b>that</b>
 will close.
<p>The paper<br>is sold. <code>sources said</code> A &unknown; &c. 3 < 4 end.<!-- sources --></p>
<blockquote><p>The bill is a disgrace.</p><p>We <q>think</q> so.</p></blockquote>
<ul><li>Officials said no.<li>Critics said so.</ul>
<figure><img src=x alt="y"><figcaption>Sources say caption</figcaption></figure>
<table><tr><td>sources said</table>
<aside><p>Sources said aside</aside>
<p hidden>Sources hidden</p><form><p>Sources form</p></form>
</article></main><footer><p>Sources said footer</p></footer></body></html>
"""
