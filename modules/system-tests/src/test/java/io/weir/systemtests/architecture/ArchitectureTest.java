package io.weir.systemtests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The house as it stands, held against its own plan. {@link SpecimensTest} shows that each rule bites. */
class ArchitectureTest {
    private static final House HOUSE = House.discover();
    private static final JavaClasses CLASSES = HOUSE.classes();

    @Test
    void theHouseHasAllItsRooms() {
        assertThat(HOUSE.modules()).extracting(House.Module::name).contains("kernel", "platform", "identity", "tenancy",
                "metering",
                "payments", "support", "payment-gateways", "subscriptions", "billing", "notifications", "hosting",
                "hosting-runtimes", "bootstrap", "web-rest", "web-portal", "web-admin");
        assertThat(CLASSES).as("compiled classes were found").hasSizeGreaterThan(100);
    }

    @Test
    void everyClassHasItsRoom() {
        assertThat(Rules.homeless(HOUSE, CLASSES)).isEmpty();
    }

    @Test
    void everyRoomSaysWhatItIs() {
        assertThat(HOUSE.modules()).allSatisfy(m -> assertThat(m.folder().resolve("README.md")).as(m.name()).exists());
        assertThat(HOUSE.modules()).filteredOn(m -> Files.isDirectory(m.folder().resolve("src/main/java/io/weir/"
                + m.name() + "/api")))
                .allSatisfy(m -> assertThat(m.folder().resolve("src/main/java/io/weir/" + m.name()
                        + "/api/package-info.java")).exists());
    }

    @Test
    void modulesUseOnlySmallerNumbers() {
        assertThat(Rules.levels(HOUSE, CLASSES)).isEmpty();
        assertThat(Rules.buildOrder(HOUSE)).isEmpty();
    }

    @Test
    void modulesUseOnlyEachOthersApi() {
        assertThat(Rules.onlyApi(HOUSE, CLASSES)).isEmpty();
    }

    @Test
    void theKernelStandsOnTheJdk() {
        assertThat(Rules.kernelIsPure(CLASSES, "io.weir.kernel")).isEmpty();
    }

    @Test
    void layersPointInwards() {
        assertThat(Rules.layers(CLASSES)).isEmpty();
    }

    @Test
    void onlyTheClockAsksForTheTime() {
        assertThat(Rules.noOwnTime(CLASSES, c -> c.getName().startsWith("io.weir.platform.internal.SystemTime")))
                .isEmpty();
    }

    @Test
    void moneyAndQuantitiesAreWholeNumbersOrDecimals() {
        assertThat(Rules.noFloatingMoney(HOUSE, CLASSES)).isEmpty();
    }

    @Test
    void eventsAreRecordsInThePastTense() {
        assertThat(Rules.events(CLASSES)).isEmpty();
    }

    @Test
    void namesHaveNoFog() {
        assertThat(Rules.names(CLASSES)).isEmpty();
    }

    @Test
    void filesAndMethodsStaySmall() {
        assertThat(HOUSE.modules()).allSatisfy(m ->
                assertThat(SizeBudget.MOST.brokenBy(m.sources())).as(m.name()).isEqualTo(List.of()));
    }
}
