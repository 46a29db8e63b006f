package io.weir.systemtests.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The server dies in the middle of its work, twenty times and once more: whatever it had answered is there afterwards,
 * and the figures agree with the rows. Twenty times it was closing periods, too: in the end every invoice is there
 * once, as if nothing had happened.
 */
class CrashIT {
    /** The first before there is anything to close. */
    private static final int CRASHES = CrashClosing.PLACES + 1;

    @Test
    void whatWasAnsweredIsCounted() throws Exception {
        try (var weir = RunningWeir.own("crash", Map.of())) {
            var customer = subscriber(weir);
            var load = new CrashLoad(customer.api());
            var closing = new CrashClosing(weir);
            killUnderLoad(weir, load, 60, () -> { });
            for (int place = 0; place < CrashClosing.PLACES; place++) {
                closing.prepare(place);
                int next = place;
                startAgain(weir, customer, load);
                killUnderLoad(weir, load, 60 + 17 * place, () -> closing.meet(next));
                closing.killed(place);
            }
            closing.prepare(CrashClosing.PLACES);
            var undisturbed = closing.undisturbed();
            startAgain(weir, customer, load);
            closing.assertAsIfUndisturbed(undisturbed);
            assertThat(load.charged).as("the load was real").hasSizeGreaterThan(CRASHES * 8);
            assertThat(load.settled).hasSizeGreaterThan(CRASHES);
            assertThat(load.reported).hasSizeGreaterThan(CRASHES);
        }
    }

    /** Calls from several threads until enough were answered, then pulls the plug while they go on calling. */
    private void killUnderLoad(RunningWeir weir, CrashLoad load, int enough, Meeting closing) throws Exception {
        int before = load.answered();
        var callers = load.start();
        Api.eventually(Duration.ofMinutes(2), () -> load.answered() - before, n -> n >= enough);
        closing.meet();
        weir.killServer();
        assertThat(CrashLoad.awaitEnd(callers)).as("callers noticed").isTrue();
    }

    private interface Meeting {
        void meet() throws Exception;
    }

    private void startAgain(RunningWeir weir, Shop.Buyer customer, CrashLoad load) throws Exception {
        weir.startServer();
        sendAgain(load);
        assertConsistent(weir, customer, load);
    }

    /** A sender who heard nothing sends again, until it hears, and everything is counted once. */
    private void sendAgain(CrashLoad load) {
        var lost = List.copyOf(load.unanswered);
        if (!lost.isEmpty()) {
            Api.eventually(() -> load.send(lost), heard -> heard);
            load.reported.addAll(lost);
            load.unanswered.clear();
        }
    }

    private void assertConsistent(RunningWeir weir, Shop.Buyer customer, CrashLoad load) throws Exception {
        String account = customer.account();
        assertThat(ids(weir, "SELECT id FROM metering_usage WHERE account_id = ?", account))
                .as("every answered charge has its row").containsAll(load.charged);
        assertThat(ids(weir, "SELECT reservation_id FROM metering_usage WHERE reservation_id IS NOT NULL"
                + " AND quantity = 3 AND account_id = ?", account))
                .as("every answered settlement has its row, once").containsAll(load.settled).doesNotHaveDuplicates();
        assertThat(ids(weir, "SELECT event_id FROM metering_event WHERE account_id = ?", account))
                .as("every event is known").containsExactlyInAnyOrderElementsOf(load.reported);
        assertThat(weir.number("SELECT COUNT(*) FROM metering_usage WHERE quantity = 2 AND account_id = ?", account))
                .as("every event is counted once").isEqualTo(load.reported.size());
        long used = weir.number("SELECT SUM(used) FROM metering_allowance WHERE account_id = ?", account);
        assertThat(used)
                .isEqualTo(weir.number("SELECT SUM(quantity) FROM metering_usage WHERE account_id = ?", account))
                .isEqualTo(weir.number("SELECT SUM(quantity) FROM metering_usage_hour WHERE account_id = ?", account));
        assertThat(weir.number("SELECT SUM(reserved) FROM metering_allowance WHERE account_id = ?", account))
                .isEqualTo(weir.number("SELECT COALESCE(SUM(p.quantity), 0) FROM metering_reservation_part p JOIN"
                        + " metering_reservation r ON r.id = p.reservation_id WHERE r.state = 'HELD' AND r.account_id = ?",
                        account));
        assertThat(customer.api().get("/api/chat/usage").expect(200).number("currentUsage")).isEqualTo(used);
    }

    private static List<String> ids(RunningWeir weir, String sql, String account) throws Exception {
        var found = new ArrayList<String>();
        try (var connection = weir.database(); var query = connection.prepareStatement(sql)) {
            query.setString(1, account);
            try (var row = query.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    private static Shop.Buyer subscriber(RunningWeir weir) {
        var shop = new Shop(weir, "platform");
        return shop.buyerOf(shop.plan(Map.of("apiLimit", 1_000_000)));
    }
}
