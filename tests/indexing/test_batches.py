from hypothesis import given
from hypothesis import strategies as st

from indexing.batches import batches


@given(items=st.lists(st.integers()), size=st.integers(1, 9))
def test_every_item_is_in_one_batch_in_its_order(items: list[int], size: int) -> None:
    found = list(batches(items, size))

    assert [item for batch in found for item in batch] == items
    assert all(len(batch) == size for batch in found[:-1])
    assert all(0 < len(batch) <= size for batch in found[-1:])
