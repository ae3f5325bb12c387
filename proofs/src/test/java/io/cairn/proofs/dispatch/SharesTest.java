package io.cairn.proofs.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void partsAreFractionsOfTheWholeInOrder() {
        List<String> heard = new ArrayList<>();
        Progress whole = new Progress() {
            @Override
            public void advanced(long done, long total) {
                heard.add(done + "/" + total);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        Shares shares = new Shares(whole, 1000);
        Progress first = shares.next(400);
        Progress empty = shares.next(0);
        Progress last = shares.next(600);
        first.advanced(1, 4);
        first.advanced(4, 4);
        empty.advanced(0, 0);
        last.advanced(1, 3);
        last.advanced(3, 3);
        assertEquals(List.of("100/1000", "400/1000", "400/1000", "600/1000", "1000/1000"), heard);
    }
}
