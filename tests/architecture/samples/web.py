from tests.architecture.samples import Sample

SAMPLES = {
    "accent": Sample(lambda world: {"colour": "d8412f"}, lives_in="nowhere"),
    "style_guide_page": Sample(lambda world: {"page": "forms"}, lives_in="nowhere"),
}
