package io.weir.paymentgateways.fakes;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The alerts of Paddle Classic, signed with a key of the fake's own. */
final class FakePaddleAlerts {
    private final HttpClient http = HttpClient.newHttpClient();
    private final KeyPair keys = pair();
    private final List<Map<String, String>> alerts = new ArrayList<>();
    private int delivered;

    String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    synchronized void add(Map<String, String> alert) {
        alerts.add(alert);
    }

    synchronized List<byte[]> undelivered() {
        var fresh = alerts.subList(delivered, alerts.size()).stream().map(this::signed).toList();
        delivered = alerts.size();
        return fresh;
    }

    List<Integer> deliverTo(URI url) throws IOException, InterruptedException {
        var statuses = new ArrayList<Integer>();
        for (var body : undelivered()) {
            var request = HttpRequest.newBuilder(url).header("content-type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
            statuses.add(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
        return statuses;
    }

    byte[] signed(Map<String, String> fields) {
        var sorted = new TreeMap<>(fields);
        var text = new StringBuilder("a:" + sorted.size() + ":{");
        sorted.forEach((name, value) -> text.append(php(name)).append(php(value)));
        var all = new LinkedHashMap<>(fields);
        all.put("p_signature", sign(text.append('}').toString()));
        var body = new StringBuilder();
        all.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&").append(encoded(name)).append('=')
                .append(encoded(value)));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String sign(String text) {
        try {
            var rsa = Signature.getInstance("SHA1withRSA");
            rsa.initSign(keys.getPrivate());
            rsa.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(rsa.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            // Small, to be made quickly.
            generator.initialize(1024);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String php(String text) {
        return "s:" + text.getBytes(StandardCharsets.UTF_8).length + ":\"" + text + "\";";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
