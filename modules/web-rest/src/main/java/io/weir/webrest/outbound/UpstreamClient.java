package io.weir.webrest.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client: it follows no redirect, keeps no cookie, repeats nothing, unpacks nothing and takes no proxy from
 * its surroundings. Two pools, so that a connection that was made without the address rules never serves a call that
 * is under them. Through a proxy it is the proxy that connects: names are checked before, but who runs the proxy
 * answers for where it goes.
 */
final class UpstreamClient implements AutoCloseable {
    /** A head may not be longer, or an upstream could fill the memory with one. */
    private static final int LONGEST_LINE = 16_384;
    private static final int MOST_LINES = 200;

    private final GuardedDns guarded;
    private final Optional<HttpHost> proxy;
    private final CloseableHttpClient underRules;
    private final CloseableHttpClient anywhere;

    UpstreamClient(AddressRules rules, Optional<URI> proxy, int connections) {
        this.guarded = new GuardedDns(rules);
        this.proxy = proxy.map(HttpHost::create);
        this.underRules = client(proxy.isPresent() ? SystemDefaultDnsResolver.INSTANCE : guarded, connections);
        this.anywhere = client(SystemDefaultDnsResolver.INSTANCE, connections);
    }

    /** Blocks until the head is there. */
    UpstreamAnswer send(UpstreamCall call) {
        var request = request(call);
        try {
            if (proxy.isPresent() && !call.terms().anywhere()) {
                guarded.resolve(call.server().getHost());
            }
            var client = call.terms().anywhere() ? anywhere : underRules;
            return sound(answer(request, client.executeOpen(HttpHost.create(call.server()), request, null)));
        } catch (IOException failed) {
            throw UpstreamFailure.of(failed);
        }
    }

    private static UpstreamAnswer answer(HttpUriRequestBase request, ClassicHttpResponse response)
            throws IOException {
        var entity = response.getEntity();
        var body = entity == null ? InputStream.nullInputStream() : entity.getContent();
        List<HeaderLine> headers = Arrays.stream(response.getHeaders())
                .map(h -> new HeaderLine(h.getName(), h.getValue() == null ? "" : h.getValue())).toList();
        return new UpstreamAnswer(response.getCode(), headers, body, () -> cut(request, response));
    }

    /** A status that HTTP does not know can't be passed on. */
    private static UpstreamAnswer sound(UpstreamAnswer answer) {
        if (answer.status() < 200 || answer.status() > 599) {
            answer.close();
            throw new UpstreamFailure(UpstreamFailure.Kind.UNREACHABLE, "answered " + answer.status());
        }
        return answer;
    }

    /** Closing alone would read the rest, and an event stream has none. */
    private static void cut(HttpUriRequestBase request, ClassicHttpResponse response) {
        request.cancel();
        Closer.closeQuietly(response);
    }

    private HttpUriRequestBase request(UpstreamCall call) {
        var request = new HttpUriRequestBase(call.method(), call.server());
        request.setPath(call.target());
        call.headers().forEach(h -> request.addHeader(h.name(), h.value()));
        call.body().ifPresent(body -> request.setEntity(new ByteArrayEntity(body, null)));
        request.setConfig(config(call.terms()));
        return request;
    }

    // The connect time-out of a call is not that of its host, which is all that the newer setting can say.
    @SuppressWarnings("deprecation")
    private static RequestConfig config(UpstreamCall.Terms terms) {
        return RequestConfig.custom().setConnectTimeout(Timeout.ofMilliseconds(terms.connectMillis()))
                .setConnectionRequestTimeout(Timeout.ofMilliseconds(terms.connectMillis()))
                .setResponseTimeout(Timeout.ofMilliseconds(terms.answerMillis()))
                .setRedirectsEnabled(false).setAuthenticationEnabled(false).setContentCompressionEnabled(false)
                .setProtocolUpgradeEnabled(false).build();
    }

    private CloseableHttpClient client(DnsResolver dns, int connections) {
        var life = ConnectionConfig.custom().setTimeToLive(TimeValue.ofMinutes(1))
                .setValidateAfterInactivity(TimeValue.of(1, TimeUnit.SECONDS)).build();
        var heads = Http1Config.custom().setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_LINES).build();
        var manager = PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(dns)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(heads).build())
                .setDefaultConnectionConfig(life).setMaxConnTotal(connections).setMaxConnPerRoute(connections).build();
        var builder = HttpClients.custom().setConnectionManager(manager).disableRedirectHandling()
                .disableCookieManagement().disableAutomaticRetries().disableContentCompression().disableAuthCaching()
                .disableDefaultUserAgent();
        proxy.ifPresent(builder::setProxy);
        return builder.build();
    }

    @Override
    public void close() {
        underRules.close(CloseMode.IMMEDIATE);
        anywhere.close(CloseMode.IMMEDIATE);
    }
}
