package io.weir.systemtests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import io.weir.systemtests.harness.TwoAdministrators;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bank transfers from the payer's proof to the line on the statement. */
class ManualPaymentsIT {
    private static final RunningWeir WEIR = RunningWeir.shared();
    private static final String LINES = "/api/admin/statements/lines";
    private static final TwoAdministrators BOTH = new TwoAdministrators(WEIR, "chat");
    private static Shop shop;
    private static Api first;
    private static Api second;
    private static String plan;

    @BeforeAll
    static void fourEyesAboveFourHundredDollars() throws SQLException {
        BOTH.agreeAbove("400");
        shop = new Shop(WEIR, "chat");
        first = BOTH.first();
        second = BOTH.second();
        plan = shop.plan(Map.of("price", 49));
    }

    @AfterAll
    static void twoEyesAgain() throws SQLException {
        BOTH.areOneAgain();
    }

    @Test
    void aProofIsKeptOnceAndShownToItsPayerAndToAdministratorsOnly() {
        var payer = WEIR.api("chat").newCustomer().api();
        var payment = order(payer, plan);
        var path = "/api/payments/" + payment.text("id") + "/proof";
        var proof = payer.file(path, "biên lai.png", picture()).expect(201);
        assertThat(payer.file(path, "again.png", picture()).expect(201).text("id")).isEqualTo(proof.text("id"));
        assertThat(payer.get(path).expect(200).json()).hasSize(1);
        assertThat(payer.get("/api/billing/payments/" + payment.text("id") + "/proof").expect(200).json()).hasSize(1);
        var file = payer.get(proof.text("url")).expect(200);
        assertThat(file.header("Content-Type")).isEqualTo("image/png");
        assertThat(file.header("Content-Disposition")).startsWith("attachment").contains("bi%C3%AAn%20lai.png");
        assertThat(file.response().headers().allValues("Content-Security-Policy")).singleElement().asString()
                .contains("sandbox");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.response().headers().allValues("Cache-Control")).containsExactly("private, no-store");
        var seen = first.get("/api/admin/payments/" + payment.text("id")).expect(200).json();
        assertThat(seen.path("proofs")).hasSize(1);
        assertThat(seen.path("remaining").decimalValue()).isEqualByComparingTo("49");
        assertThat(seen.path("ageSeconds").asLong()).isBetween(0L, 600L);
        assertThat(first.get(seen.path("proofs").get(0).path("url").asText() + "?inline=true").expect(200)
                .header("Content-Disposition")).startsWith("inline");
        var stranger = WEIR.api("chat").newCustomer().api();
        stranger.get(path).expect(404);
        stranger.get(proof.text("url")).expect(404);
        stranger.file(path, "mine.png", picture()).expect(404);
        WEIR.api("iqx").administrator().get(seen.path("proofs").get(0).path("url").asText()).expect(404);
        WEIR.api("chat").get(path).expect(401);
    }

    @Test
    void whatIsNoProofIsRefused() {
        var payer = WEIR.api("chat").newCustomer().api();
        var payment = order(payer, plan);
        var path = "/api/payments/" + payment.text("id") + "/proof";
        var page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(payer.file(path, "receipt.png", page).expect(400).text("code")).isEqualTo("PROOF_TYPE_NOT_ALLOWED");
        assertThat(payer.file(path, "large.png", new byte[(5 << 20) + 1]).expect(413).text("code"))
                .isEqualTo("PROOF_TOO_LARGE");
        payer.file(path, "larger.png", new byte[6 << 20]).expect(413);
        payer.file("/api/auth/login", "large.png", new byte[2 << 20]).expect(413);
        payer.with("Content-Type", "multipart/form-data; boundary=x").post(path, "no form at all").expect(400);
        payer.with("Content-Type", "multipart/form-data").post(path, "no boundary").expect(400);
        payer.with("Content-Type", "multipart/form-data; boundary=x").post(path,
                "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nno file\r\n--x--\r\n").expect(400);
        payer.post(path, Map.of()).expect(415);
        assertThat(payer.get(path).expect(200).json()).isEmpty();
        first.post("/api/admin/payments/" + payment.text("id") + "/approve", Map.of()).expect(200);
        assertThat(payer.file(path, "late.png", picture()).expect(409).text("code")).isEqualTo("PROOF_NOT_EXPECTED");
    }

    @Test
    void aStatementPaysInPartTooMuchAndTwice() {
        var generous = WEIR.api("chat").newCustomer().api();
        var forgetful = WEIR.api("chat").newCustomer().api();
        var less = order(WEIR.api("chat").newCustomer().api(), plan);
        var more = order(generous, plan);
        var exact = order(forgetful, plan);
        var csv = "Date,Amount,Description,Reference\n" + line("20.00", less) + line("60.00", more)
                + line("49.00", exact) + line("49.00", exact) + "2026-11-25,-5.00,fee,\n"
                + "2026-11-25,7.77,nothing that is known " + Api.word() + ",\n";
        var imported = send(csv).expect(201);
        assertThat(imported.number("added")).isEqualTo(5);
        assertThat(imported.number("skipped")).isEqualTo(1);
        assertThat(send(csv).expect(200).json().path("known").asBoolean()).isTrue();
        var more0 = first.file("/api/admin/statements", "overlap.csv", (csv + "2026-11-26,1.00,new,\n").getBytes());
        assertThat(more0.expect(201).number("repeated")).isEqualTo(5);
        assertThat(first.get("/api/admin/statements").expect(200).json().path("items")).hasSizeGreaterThan(1);

        var partial = lineOf(less, "less");
        assertThat(approve(first, partial, less).expect(200).json().path("payment").path("status").asText())
                .isEqualTo("processing");
        var queued = first.get("/api/admin/payments/" + less.text("id")).expect(200).json();
        assertThat(queued.path("received").decimalValue()).isEqualByComparingTo("20");
        assertThat(queued.path("remaining").decimalValue()).isEqualByComparingTo("29");
        assertThat(approve(first, partial, less).expect(409).text("code")).isEqualTo("LINE_DECIDED");

        approve(first, lineOf(more, "more"), more).expect(200);
        assertThat(status(generous, more)).isEqualTo("completed");
        assertThat(credit(generous)).isEqualByComparingTo("11");
        assertThat(first.get("/api/admin/payments/" + exact.text("id")).expect(200).json().path("hints"))
                .extracting(hint -> hint.path("match").asText()).containsExactly("exact", "twice");
        var results = first.post(LINES + "/approve-exact", Map.of()).expect(200).json().path("results");
        assertThat(results).anySatisfy(result -> {
            assertThat(result.path("paymentId").asText()).isEqualTo(exact.text("id"));
            assertThat(result.path("effect").asText()).isEqualTo("counted");
        });
        assertThat(status(forgetful, exact)).isEqualTo("completed");
        var twice = lineOf(exact, "decided");
        assertThat(approve(first, twice, exact).expect(409).text("code")).isEqualTo("PAYMENT_DECIDED");
        first.post(LINES + "/" + twice + "/credit", Map.of("paymentId", exact.text("id"), "note", "paid twice"))
                .expect(200);
        assertThat(credit(forgetful)).isEqualByComparingTo("49");
    }

    @Test
    void aLineThatCannotBeReadLeavesNothingBehind() {
        var word = Api.word();
        var refused = send("Date,Amount,Description\n2026-11-25,1.00," + word + "\n2026-11-25,lots," + word + "\n")
                .expect(400);
        assertThat(refused.text("code")).isEqualTo("STATEMENT_LINE_WRONG");
        assertThat(refused.number("line")).isEqualTo(3);
        assertThat(WEIR.number("SELECT COUNT(*) FROM payments_statement_line WHERE memo = ?", word)).isZero();
        assertThat(first.with("Content-Type", "application/xml").post("/api/admin/statements", "<a/>").expect(400)
                .text("code")).isEqualTo("STATEMENT_UNREADABLE");
        WEIR.api("chat").newCustomer().api().with("Content-Type", "text/csv").post("/api/admin/statements", "x")
                .expect(403);
    }

    @Test
    void muchMoneyTakesTwoPeopleOnTheSameLine() {
        var payer = WEIR.api("chat").newCustomer().api();
        var payment = order(payer, shop.plan(Map.of("price", 500)));
        send("Date,Amount,Description\n2026-11-25,500.00,for " + payment.text("reference") + "\n").expect(201);
        var line = lineOf(payment, "exact");
        assertThat(approve(first, line, payment).expect(202).text("code")).isEqualTo("AWAITING_SECOND_APPROVAL");
        var waiting = first.get(LINES + "/" + line).expect(200).json();
        assertThat(waiting.path("status").asText()).isEqualTo("open");
        assertThat(waiting.path("awaitsSecond").asBoolean()).isTrue();
        assertThat(approve(first, line, payment).expect(409).text("code")).isEqualTo("APPROVED_BY_YOU");
        var another = order(WEIR.api("chat").newCustomer().api(), plan);
        assertThat(approve(second, line, another).expect(409).text("code")).isEqualTo("LINE_AWAITS_OTHER");
        assertThat(status(payer, payment)).isEqualTo("pending");
        assertThat(approve(second, line, payment).expect(200).text("effect")).isEqualTo("counted");
        assertThat(status(payer, payment)).isEqualTo("completed");
        assertThat(first.get("/api/admin/payments/" + payment.text("id")).json().path("opinions")).hasSize(2);
    }

    @Test
    void moneyThatWasApprovedByHandIsNotCountedAgain() {
        var payer = WEIR.api("chat").newCustomer().api();
        var payment = order(payer, plan);
        first.post("/api/admin/payments/" + payment.text("id") + "/approve", Map.of("note", "seen")).expect(200);
        send("Date,Amount,Description\n2026-11-25,49.00," + payment.text("reference") + "\n").expect(201);
        var line = lineOf(payment, "known");
        assertThat(first.post(LINES + "/" + line + "/credit", Map.of("paymentId", payment.text("id"))).expect(409)
                .text("code")).isEqualTo("MONEY_COUNTED");
        assertThat(approve(first, line, payment).expect(200).text("effect")).isEqualTo("known");
        assertThat(credit(payer)).isEqualByComparingTo("0");
    }

    @Test
    void anIgnoredLineCanBeTakenBack() {
        var word = Api.word();
        send("Date,Amount,Description\n2026-11-25,3.33," + word + "\n").expect(201);
        var line = "";
        for (var one : first.get(LINES + "?limit=100").expect(200).json().path("items")) {
            line = one.path("memo").asText().equals(word) ? one.path("id").asText() : line;
        }
        assertThat(first.post(LINES + "/" + line + "/ignore", Map.of("note", "interest")).expect(200).text("status"))
                .isEqualTo("ignored");
        assertThat(first.get(LINES + "?status=ignored").expect(200).json().path("items"))
                .extracting(one -> one.path("note").asText()).contains("interest");
        assertThat(first.post(LINES + "/" + line + "/reopen", Map.of()).expect(200).text("status")).isEqualTo("open");
        first.post(LINES + "/" + line + "/ignore", Map.of()).expect(200);
    }

    private static Api.Answer send(String csv) {
        return first.with("Content-Type", "text/csv").post("/api/admin/statements?fileName=bank.csv", csv);
    }

    private static String line(String amount, Api.Answer payment) {
        return "2026-11-25," + amount + ",transfer " + payment.text("reference").toLowerCase() + " thanks,\n";
    }

    private static Api.Answer approve(Api who, String line, Api.Answer payment) {
        return who.post(LINES + "/" + line + "/approve", Map.of("paymentId", payment.text("id"), "note", "seen"));
    }

    /** The open line that is proposed for the payment with this match. */
    private static String lineOf(Api.Answer payment, String match) {
        for (var line : first.get(LINES + "?limit=100").expect(200).json().path("items")) {
            for (JsonNode proposal : line.path("proposals")) {
                if (proposal.path("paymentId").asText().equals(payment.text("id"))
                        && proposal.path("match").asText().equals(match)) {
                    assertThat(proposal.path("explanation").asText()).contains(payment.text("reference"));
                    return line.path("id").asText();
                }
            }
        }
        throw new AssertionError("no line is " + match + " for " + payment);
    }

    private static Api.Answer order(Api payer, String plan) {
        return payer.post("/api/payment/create", Map.of("packageId", plan, "gateway", "manual")).expect(201);
    }

    private static String status(Api payer, Api.Answer payment) {
        return payer.get("/api/payments/" + payment.text("id")).expect(200).text("status");
    }

    private static BigDecimal credit(Api payer) {
        return payer.get("/api/billing/account-credit").expect(200).json().path("balance").decimalValue();
    }

    private static byte[] picture() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
