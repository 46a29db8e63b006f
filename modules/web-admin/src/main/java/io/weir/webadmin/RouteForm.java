package io.weir.webadmin;

import io.weir.metering.api.GatewayRoute;
import io.weir.metering.api.MeterKey;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The fields of a route as they are typed; secrets only go in. */
public class RouteForm {
    private static final int ROWS = 6;
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private String title;
    private String upstream;
    private String[] methods = {"GET", "POST"};
    private String setHeaders;
    private String dropHeaders;
    private String secrets;
    private boolean forgetSecrets;
    private Integer connectMillis = 3_000;
    private Integer answerMillis = 30_000;
    private Integer retries = 2;
    private String mostRequest = "1 MiB";
    private String mostAnswer = "10 MiB";
    private Integer requestsPerMinute = 0;
    private String meter;
    private String units = "1";
    private List<RuleRow> rules = rows(List.of());
    private boolean active = true;

    void fill(GatewayRoute route) {
        title = route.title();
        upstream = route.upstream().toString();
        methods = route.methods().toArray(String[]::new);
        setHeaders = HeaderLines.write(route.headers().set());
        dropHeaders = String.join("\n", route.headers().drop());
        connectMillis = route.terms().connectMillis();
        answerMillis = route.terms().answerMillis();
        retries = route.terms().retries();
        mostRequest = ByteSize.write(route.terms().mostRequestBytes());
        mostAnswer = ByteSize.write(route.terms().mostAnswerBytes());
        requestsPerMinute = route.terms().requestsPerMinute();
        meter = route.metering().meter().value();
        units = Quantities.plain(route.metering().units());
        rules = rows(route.metering().rules());
        active = route.active();
    }

    /** Never fewer than there are: whoever set the route up elsewhere may have more than the form offers. */
    private static List<RuleRow> rows(List<GatewayRoute.Rule> rules) {
        return Stream.concat(rules.stream().map(RuleRow::of), Stream.generate(RuleRow::new))
                .limit(Math.max(ROWS, rules.size())).toList();
    }

    /** Field → key of the text that says what is wrong with it. */
    Map<String, String> wrong() {
        var wrong = new LinkedHashMap<String, String>();
        require(wrong, "upstream", uri().isPresent(), "uriForm");
        require(wrong, "methods", methods != null && methods.length > 0, "required");
        require(wrong, "set", HeaderLines.read(setHeaders).isPresent(), "headersForm");
        require(wrong, "drop", HeaderLines.names(dropHeaders).isPresent(), "headerNamesForm");
        require(wrong, "credentials", HeaderLines.read(secrets).isPresent(), "headersForm");
        require(wrong, "mostRequestBytes", ByteSize.read(mostRequest).isPresent(), "sizeForm");
        require(wrong, "mostAnswerBytes", ByteSize.read(mostAnswer).isPresent(), "sizeForm");
        require(wrong, "units", Quantities.number(units).isPresent(), "numberForm");
        return wrong;
    }

    private static void require(Map<String, String> wrong, String field, boolean right, String text) {
        if (!right) {
            wrong.put(field, text);
        }
    }

    private Optional<URI> uri() {
        try {
            return Optional.of(URI.create(upstream.strip())).filter(u -> u.getHost() != null);
        } catch (IllegalArgumentException noUri) {
            return Optional.empty();
        }
    }

    /** From 1. */
    List<Integer> unreadableRules() {
        return IntStream.rangeClosed(1, rules.size()).filter(n -> !rules.get(n - 1).readable()).boxed().toList();
    }

    GatewayRoute route(String slug) {
        return new GatewayRoute(slug, title, uri().orElseThrow(), Set.of(methods), headers(), terms(), metering(),
                active);
    }

    private GatewayRoute.Headers headers() {
        return new GatewayRoute.Headers(HeaderLines.read(setHeaders).orElseThrow(),
                HeaderLines.names(dropHeaders).orElseThrow());
    }

    private GatewayRoute.Terms terms() {
        return new GatewayRoute.Terms(connectMillis, answerMillis, retries, ByteSize.read(mostRequest).orElseThrow(),
                ByteSize.read(mostAnswer).orElseThrow(), requestsPerMinute);
    }

    private GatewayRoute.Metering metering() {
        return new GatewayRoute.Metering(new MeterKey(meter), Quantities.number(units).orElseThrow(),
                rules.stream().filter(row -> !row.blank()).map(RuleRow::rule).toList());
    }

    /** Nothing typed leaves what is kept, unless it is to be forgotten. */
    Optional<Map<String, String>> credentials() {
        var typed = HeaderLines.read(secrets).orElseThrow();
        return typed.isEmpty() && !forgetSecrets ? Optional.empty() : Optional.of(typed);
    }

    public List<String> getAllMethods() {
        return METHODS;
    }

    public List<RuleRow> getRules() {
        return rules;
    }
    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getUpstream() {
        return upstream;
    }

    public void setUpstream(String upstream) {
        this.upstream = upstream;
    }

    public String[] getMethods() {
        return methods;
    }

    public void setMethods(String[] methods) {
        this.methods = methods;
    }

    public String getSetHeaders() {
        return setHeaders;
    }

    public void setSetHeaders(String setHeaders) {
        this.setHeaders = setHeaders;
    }

    public String getDropHeaders() {
        return dropHeaders;
    }

    public void setDropHeaders(String dropHeaders) {
        this.dropHeaders = dropHeaders;
    }

    public String getSecrets() {
        return secrets;
    }

    public void setSecrets(String secrets) {
        this.secrets = secrets;
    }

    public boolean isForgetSecrets() {
        return forgetSecrets;
    }

    public void setForgetSecrets(boolean forgetSecrets) {
        this.forgetSecrets = forgetSecrets;
    }

    public Integer getConnectMillis() {
        return connectMillis;
    }

    public void setConnectMillis(Integer connectMillis) {
        this.connectMillis = connectMillis;
    }

    public Integer getAnswerMillis() {
        return answerMillis;
    }

    public void setAnswerMillis(Integer answerMillis) {
        this.answerMillis = answerMillis;
    }

    public Integer getRetries() {
        return retries;
    }

    public void setRetries(Integer retries) {
        this.retries = retries;
    }

    public String getMostRequest() {
        return mostRequest;
    }

    public void setMostRequest(String mostRequest) {
        this.mostRequest = mostRequest;
    }

    public String getMostAnswer() {
        return mostAnswer;
    }

    public void setMostAnswer(String mostAnswer) {
        this.mostAnswer = mostAnswer;
    }

    public Integer getRequestsPerMinute() {
        return requestsPerMinute;
    }

    public void setRequestsPerMinute(Integer requestsPerMinute) {
        this.requestsPerMinute = requestsPerMinute;
    }

    public String getMeter() {
        return meter;
    }

    public void setMeter(String meter) {
        this.meter = meter;
    }

    public String getUnits() {
        return units;
    }

    public void setUnits(String units) {
        this.units = units;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
